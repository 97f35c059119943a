import { describe, expect, it } from 'vitest'
import { carryOver } from '../../../../../engine/stack/watch/carry-over.ts'
import { fakeInstance, fakeObservation, fakeProject } from '../../../../support/fake-stack.ts'

const project = fakeProject({ replicas: 2 })
const full = fakeObservation(project, [fakeInstance(project, 1, { requests: 3 }), fakeInstance(project, 2)])

/** The same as Docker alone tells it. */
function unasked(container: Parameters<typeof fakeInstance>[2] = {}) {
  const {
    address: _address,
    allowed: _allowed,
    requests: _requests,
    ...instance
  } = fakeInstance(project, 1, {
    health: 'unknown',
    reason: 'Caddy cannot be asked',
    ...container,
  })
  const { container: caddy } = full.caddy
  return fakeObservation(project, [instance], {
    at: 6_000,
    caddy: { state: 'silent', ...(caddy ? { container: caddy } : {}) },
  })
}

describe('carryOver', () => {
  it('keeps what Caddy said of an instance that still runs', () => {
    const sight = carryOver(unasked(), full)
    expect(sight.instances).toEqual([full.instances[0]])
    expect(sight.caddy).toEqual(full.caddy)
    expect(sight.at).toBe(6_000)
  })

  it('shows at once that an instance has died', () => {
    const dead = unasked({ container: { state: 'exited', exitCode: 137 }, reason: 'exited with code 137' })
    expect(carryOver(dead, full).instances).toEqual(dead.instances)
  })

  it('says of one that has just started that it starts, and takes no answer of its former process', () => {
    const again = unasked({ container: { startedAt: 5_900 } })
    expect(carryOver(again, full).instances[0]).toMatchObject({
      health: 'starting',
      reason: 'has just started',
    })
    expect(carryOver(again, undefined).instances[0]).toMatchObject({ health: 'starting' })
  })
})
