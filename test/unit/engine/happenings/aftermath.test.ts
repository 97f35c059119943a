import { expect, test } from 'vitest'
import type { Container } from '../../../../engine/docker/gateway.ts'
import { aftermathOf, type Witnessed } from '../../../../engine/happenings/aftermath.ts'
import { ownerAmong } from '../../../../engine/happenings/owner.ts'
import { fakeContainer, fakeProject } from '../../../support/fake-stack.ts'
import { commandEntry, lineOf } from '../../../support/happenings.ts'

const ended = (changes: Partial<Container>): Container =>
  fakeContainer(fakeProject(), 'app', 2, { state: 'exited', finishedAt: 100_000, ...changes })
const tell = (container: Container, witnessed: Partial<Witnessed> = {}) =>
  aftermathOf([container], {
    entries: [],
    deaths: [],
    ownerOf: () => 'other',
    now: 900_000,
    ...witnessed,
  }).map(lineOf)

test.each([
  [{ exitCode: 1 }, '100 s: app-2 crashed (exit code 1) [crash, failed]'],
  [
    { exitCode: 137, oomKilled: true },
    '100 s: app-2 ran out of memory and was killed (exit code 137) [crash, failed]',
  ],
  [{ exitCode: 143 }, '100 s: app-2 was stopped from outside (SIGTERM, exit code 143) [docker]'],
  [{ exitCode: 0 }, '100 s: app-2 was stopped from outside (exit code 0) [docker]'],
  [
    { state: 'running', restarts: 4, startedAt: 101_000 },
    '100 s, 1000 ms: app-2 ended and was started again by Docker (restart 4) [restart-policy, failed]',
  ],
  [{ state: 'running', startedAt: 103_000 }, '100 s, 3000 ms: app-2 was restarted from outside [docker]'],
] as const)('%j', (changes, line) => {
  expect(tell(ended(changes))).toEqual([line])
})

test('what is known already is not told again', () => {
  const container = ended({ exitCode: 1 })
  expect(tell(ended({ finishedAt: undefined as never }))).toEqual([])
  expect(tell(container, { deaths: [{ id: container.id, time: 100_400 }] })).toEqual([])
  expect(tell(container, { now: 101_000 })).toEqual([])
  const commands = [commandEntry({ 'shop-app-2': [99, 101] })]
  expect(tell(container, { ownerOf: ownerAmong(commands) })).toEqual([])
  const [entry] = aftermathOf([container], { entries: [], deaths: [], ownerOf: () => 'other', now: 900_000 })
  expect(tell(container, { entries: entry ? [entry] : [] })).toEqual([])
})
