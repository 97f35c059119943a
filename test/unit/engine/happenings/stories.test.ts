import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import type { ContainerEvent } from '../../../../engine/docker/gateway.ts'
import { ownerAmong, type Running } from '../../../../engine/happenings/owner.ts'
import { tellStories } from '../../../../engine/happenings/stories.ts'
import { LABELS } from '../../../../engine/project/labels.ts'
import { commandEntry, dockerEvent as event, lineOf } from '../../../support/happenings.ts'

interface Scene {
  readonly commands?: readonly TimelineEntry[]
  readonly running?: Running
  readonly restarts?: number
}

const tell = (events: readonly ContainerEvent[], { commands = [], running, restarts }: Scene = {}) =>
  tellStories(events, { ownerOf: ownerAmong(commands, running), restarts: () => restarts }).map(lineOf)

test('docker kill, docker stop and a signal of one’s own are told apart', () => {
  const kill = [event(1, 'kill', { signal: 9 }), event(1.2, 'die', { exitCode: 137 })]
  expect(tell(kill)).toEqual(['1 s, 200 ms: app-2 was killed from outside (SIGKILL) [docker, failed]'])
  const stop = [
    event(1, 'kill', { signal: 15 }),
    event(11, 'kill', { signal: 9 }),
    event(11.5, 'die', { exitCode: 137 }),
    event(11.6, 'stop'),
  ]
  expect(tell(stop)).toEqual([
    '1 s, 10500 ms: app-2 was stopped from outside (SIGTERM, exit code 137) [docker]',
  ])
  expect(tell([event(1, 'kill', { signal: 1 })])).toEqual([])
})

test('docker restart is one thing; stopped and started much later are two', () => {
  const stopped = [event(1, 'kill', { signal: 15 }), event(1.5, 'die', { exitCode: 0 }), event(1.6, 'stop')]
  expect(tell([...stopped, event(2, 'start'), event(2, 'restart')])).toEqual([
    '1 s, 1000 ms: app-2 was restarted from outside [docker]',
  ])
  const killed = [event(1, 'kill', { signal: 9 }), event(1.5, 'die', { exitCode: 137 })]
  expect(tell([...killed, event(2, 'start')])).toEqual([
    '1 s, 1000 ms: app-2 was killed and started again from outside [docker, failed]',
  ])
  expect(tell([...stopped, event(60, 'start')])).toEqual([
    '1 s, 500 ms: app-2 was stopped from outside (SIGTERM, exit code 0) [docker]',
    '60 s: app-2 was started from outside [docker]',
  ])
})

test('a crash loop tells each end and each start by the restart policy with its number', () => {
  const loop = [1, 2, 3].flatMap((at) => [event(at, 'die', { exitCode: 1 }), event(at + 0.2, 'start')])
  expect(tell(loop, { restarts: 5 })).toEqual([
    '1 s: app-2 crashed (exit code 1) [crash, failed]',
    '1.2 s, 200 ms: app-2 was started again by Docker (restart 3) [restart-policy]',
    '2 s: app-2 crashed (exit code 1) [crash, failed]',
    '2.2 s, 200 ms: app-2 was started again by Docker (restart 4) [restart-policy]',
    '3 s: app-2 crashed (exit code 1) [crash, failed]',
    '3.2 s, 200 ms: app-2 was started again by Docker (restart 5) [restart-policy]',
  ])
})

test('an end that nobody asked for says how: memory, a signal that did not come through Docker, by itself', () => {
  const starved = [event(1, 'oom'), event(1.3, 'die', { exitCode: 137 })]
  expect(tell(starved)).toEqual([
    '1 s: app-2 ran out of memory and was killed (exit code 137) [crash, failed]',
  ])
  expect(tell([event(1, 'oom')])).toEqual([
    '1 s: app-2 used more memory than it may; the kernel killed a process in it [crash, failed]',
  ])
  expect(tell([event(1, 'die', { exitCode: 137 })])).toEqual([
    '1 s: app-2 was killed, not through Docker (SIGKILL, exit code 137) [crash, failed]',
  ])
  expect(tell([event(1, 'die', { exitCode: 139 })])).toEqual([
    '1 s: app-2 crashed (SIGSEGV, exit code 139) [crash, failed]',
  ])
  expect(tell([event(1, 'die', { exitCode: 0 }), event(2, 'start')], { restarts: 0 })).toEqual([
    '1 s: app-2 ended by itself (exit code 0) [crash]',
    '2 s: app-2 was started from outside [docker]',
  ])
})

test('containers that somebody else made, removed, paused or resumed', () => {
  expect(tell([event(1, 'create'), event(2, 'start'), event(5, 'pause'), event(9, 'unpause')])).toEqual([
    '1 s: app-2 was created and started from outside [docker]',
    '5 s: app-2 was paused from outside [docker]',
    '9 s, 4000 ms: app-2 was resumed from outside [docker]',
  ])
  expect(
    tell([event(1, 'kill', { signal: 9 }), event(1.2, 'die', { exitCode: 137 }), event(1.4, 'destroy')]),
  ).toEqual(['1 s, 400 ms: app-2 was removed from outside [docker]'])
})

test('what a command did to a container is the command’s, what happens to another meanwhile is not', () => {
  const events = [2, 3].flatMap((index) => [
    event(10, 'kill', { signal: 15 }, index),
    event(11, 'die', { exitCode: 0 }, index),
  ])
  const commands = [commandEntry({ 'shop-app-3': [9.8, 10.9] })]
  expect(tell(events, { commands })).toEqual([
    '10 s, 1000 ms: app-2 was stopped from outside (SIGTERM, exit code 0) [docker]',
  ])
})

test('after a stop by a command, a start from outside is told, and so is a crash', () => {
  const commands = [commandEntry({ 'shop-app-2': [1, 2] })]
  const events = [
    event(1, 'kill', { signal: 15 }),
    event(1.8, 'die', { exitCode: 0 }),
    event(30, 'start'),
    event(40, 'die', { exitCode: 3 }),
  ]
  expect(tell(events, { commands, restarts: 0 })).toEqual([
    '30 s: app-2 was started from outside [docker]',
    '40 s: app-2 crashed (exit code 3) [crash, failed]',
  ])
})

test('while a command runs, what happens to its containers waits for its end; others are told at once', () => {
  const events = [event(10, 'die', { exitCode: 1 }, 2), event(10, 'die', { exitCode: 1 }, 3)]
  const begun = commandEntry({ 'shop-app-3': [9, 9] }, { took: null, outcome: 'interrupted' })
  expect(tell(events, { commands: [begun], running: { id: 'command', planned: false } })).toEqual([])
  expect(tell(events, { commands: [begun], running: { id: 'command', planned: true } })).toEqual([
    '10 s: app-2 crashed (exit code 1) [crash, failed]',
  ])
})

test('a failed command owns what it puts back, a killed one what it had begun', () => {
  const events = [event(12, 'start'), event(12, 'start', {}, 3)]
  const failed = commandEntry({ 'shop-app-2': [9, 10] }, { at: 9_000, took: 4_000, outcome: 'failed' })
  const killed = commandEntry({ 'shop-app-3': [9, 10] }, { id: 'killed', took: null, outcome: 'interrupted' })
  expect(tell(events, { commands: [failed, killed] })).toEqual([])
})

test('containers of compose run are nobody’s instances', () => {
  const once = event(1, 'die', { exitCode: 1 })
  expect(tell([{ ...once, labels: { ...once.labels, [LABELS.oneOff]: 'True' } }])).toEqual([])
})
