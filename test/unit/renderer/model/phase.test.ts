import { describe, expect, it } from 'vitest'
import type { Instance } from '../../../../contract/models.ts'
import { phaseOf } from '../../../../renderer/model/phase.ts'
import { phaseWords } from '../../../../renderer/model/phase-words.ts'
import type { PlanRun } from '../../../../renderer/model/plan-run.ts'
import { anInstance } from './commands/scenes.ts'

const serving = anInstance(2)
const out = { ...serving, inRotation: false }
const ended = { ...out, health: 'unknown', startedAt: null } as const

const doing = (verb: 'drain' | 'join', target = 'shop-app-2'): PlanRun => ({
  command: 'scale 1',
  startedAt: 0,
  operations: [
    {
      id: 'a',
      verb,
      target,
      cause: 'scale',
      after: [],
      state: 'running',
      detail: '',
      parts: [],
      startedAt: 0,
      endedAt: null,
    },
  ],
  notes: [],
  outcome: null,
  error: null,
  took: 0,
})

describe('phaseOf', () => {
  it.each<[string, Instance, PlanRun | null]>([
    ['serving', serving, null],
    ['serving', serving, doing('drain')],
    ['draining', out, doing('drain')],
    ['joining', out, doing('join')],
    ['resting', out, null],
    ['resting', out, doing('drain', 'shop-app-3')],
    ['resting', out, { ...doing('drain'), outcome: 'cancelled' }],
    ['starting', { ...out, health: 'starting' }, null],
    ['sick', { ...out, health: 'unhealthy' }, null],
    ['starting', { ...ended, state: 'created' }, null],
    ['restarting', { ...ended, state: 'restarting', exitCode: 1 }, null],
    ['paused', { ...ended, state: 'paused' }, null],
    ['stopped', { ...ended, state: 'exited', exitCode: 0 }, null],
    ['stopped', { ...ended, state: 'exited', exitCode: 143 }, null],
    ['dead', { ...ended, state: 'exited', exitCode: 137 }, null],
    ['dead', { ...ended, state: 'dead', exitCode: 1 }, null],
  ])('is %s', (phase, instance, run) => {
    expect(phaseOf(instance, run)).toBe(phase)
  })
})

describe('phaseWords', () => {
  it('tells how many requests a draining instance still has', () => {
    expect(phaseWords('draining', { ...out, inFlight: 2 })).toBe('draining, 2 in flight')
    expect(phaseWords('draining', { ...out, inFlight: 0 })).toBe('draining')
    expect(phaseWords('draining', { ...out, inFlight: null })).toBe('draining')
  })

  it('tells how a dead one ended', () => {
    expect(phaseWords('dead', { ...ended, exitCode: 137 })).toBe('exited with code 137')
  })

  it('says of a healthy one without traffic that it is out of rotation', () => {
    expect(phaseWords('resting', out)).toBe('out of rotation')
    expect(phaseWords('serving', serving)).toBe('serving')
  })
})
