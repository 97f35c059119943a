import { expect, test } from 'vitest'
import {
  attemptWords,
  dockerProblem,
  engineWords,
  hostWords,
  placeWords,
} from '../../../../renderer/model/docker-words.ts'

test('each way of failing has its own words', () => {
  const codes = [
    'engine-not-installed',
    'engine-stopped',
    'engine-permission',
    'engine-context',
    'engine-too-old',
    'internal',
  ] as const
  expect(codes.map(dockerProblem)).toEqual([
    'Docker is not installed',
    'Docker is not running',
    'Docker does not let you in',
    'Docker is pointed at nothing that works',
    'Docker is too old',
    'Docker cannot be reached',
  ])
})

test('a host is told as the machine it is on, without user and port of a socket', () => {
  const hosts = [
    'unix:///var/run/docker.sock',
    'npipe:////./pipe/docker_engine',
    'tcp://10.0.0.4:2376',
    'ssh://ada@build.example.com/run/docker.sock',
  ]
  expect(hosts.map(hostWords)).toEqual([
    'on this machine',
    'on this machine',
    'on 10.0.0.4:2376',
    'on build.example.com over ssh',
  ])
})

test('what came of a look is told in words, and an unknown result as it is', () => {
  expect(['absent', 'denied', 'strange'].map((result) => attemptWords({ result }))).toEqual([
    'nothing there',
    'no permission',
    'strange',
  ])
})

test('a socket is told by its path', () => {
  expect(['unix:///var/run/docker.sock', 'tcp://host:2375'].map(placeWords)).toEqual([
    '/var/run/docker.sock',
    'tcp://host:2375',
  ])
})

test('an engine is told without what a distribution adds to its version', () => {
  expect([
    engineWords({ name: 'Docker Engine', version: '20.10.24+dfsg1' }),
    engineWords({ name: 'OrbStack', version: '28.5.1' }),
  ]).toEqual(['Docker 20.10.24', 'OrbStack 28.5.1'])
})
