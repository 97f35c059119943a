import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../../../engine/caddy/gate.ts'
import type { Container } from '../../../../../engine/docker/gateway.ts'
import { judge } from '../../../../../engine/stack/observe/judge.ts'
import { fakeContainer, fakeProject } from '../../../../support/fake-stack.ts'

const container = (change: Partial<Container>) => fakeContainer(fakeProject(), 'app', 1, change)
const SILENT: Verdict = { allowed: true, healthy: false, answers: false, reason: 'refuses connections' }
const SICK: Verdict = { allowed: true, healthy: false, answers: true, reason: 'answers 503: no database' }
const WELL: Verdict = { allowed: true, healthy: true, answers: true, reason: '' }

describe('judge', () => {
  it.each<[string, Partial<Container>, string]>([
    ['exited', { state: 'exited', exitCode: 137 }, 'exited with code 137'],
    ['killed by memory', { state: 'exited', oomKilled: true }, 'was killed for using too much memory'],
    ['refused by Docker', { state: 'created', error: 'no such file' }, 'no such file'],
    ['created', { state: 'created' }, 'was never started'],
    ['paused', { state: 'paused' }, 'is paused'],
    ['removing', { state: 'removing' }, 'is removing'],
    ['restarting', { state: 'restarting', exitCode: 1 }, 'exited with code 1, Docker is starting it again'],
  ])('gives the reason of one that is %s', (_what, change, reason) => {
    expect(judge(container(change), undefined, 0)).toEqual({ health: 'unknown', reason })
  })

  it.each([
    ['healthy', WELL, 1_000, { health: 'healthy', reason: '' }],
    ['starting while it is young', SILENT, 30_999, { health: 'starting', reason: 'refuses connections' }],
    ['unhealthy once it is not', SILENT, 31_000, { health: 'unhealthy', reason: 'refuses connections' }],
    [
      'unhealthy at once when it says so',
      SICK,
      1_001,
      { health: 'unhealthy', reason: 'answers 503: no database' },
    ],
  ] as const)('takes a running one for %s', (_what, verdict, now, expected) => {
    expect(judge(container({ startedAt: 1_000 }), verdict, now)).toEqual(expected)
  })

  it('does not know how a running one is while Caddy is silent', () => {
    expect(judge(container({}), undefined, 0)).toEqual({
      health: 'unknown',
      reason: 'Caddy cannot be asked',
    })
  })
})
