import { expect, test } from 'vitest'
import { deathOf } from '../../../../engine/happenings/death.ts'

const origin = { service: 'app', container: 'demo-app-2', index: 2 }
const of = (action: string, exitCode?: number) => {
  const fact = deathOf({ id: 'a2', action, time: 7, ...(exitCode === undefined ? {} : { exitCode }) }, origin)
  return fact && [fact.at, fact.kind, fact.level, fact.text]
}

test('a death tells its exit code, and is bad unless it was orderly', () => {
  expect([of('die', 0), of('die', 143), of('die', 137)]).toEqual([
    [7, 'died', 'info', 'died (exit code 0)'],
    [7, 'died', 'info', 'died (exit code 143)'],
    [7, 'died', 'error', 'died (exit code 137)'],
  ])
})

test('too little memory is told apart', () => {
  expect(of('oom')).toEqual([
    7,
    'oom',
    'error',
    'used more memory than it may; the kernel killed a process in it',
  ])
})

test('no other event is a death', () => {
  expect([of('start'), of('kill')]).toEqual([undefined, undefined])
})
