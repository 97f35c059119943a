import { describe, expect, it } from 'vitest'
import { Deaths } from '../../../../../engine/stack/watch/deaths.ts'
import { fakeInstance, fakeProject } from '../../../../support/fake-stack.ts'

const project = fakeProject({ replicas: 2 })
const [one, two] = [1, 2].map((index) => ({ ...fakeInstance(project, index).container, startedAt: 1_000 }))
if (!one || !two) throw new Error('There are two')

describe('Deaths', () => {
  it('calls a container exited that Docker still calls running', () => {
    const deaths = new Deaths()
    deaths.note(two.id, { time: 5_000, exitCode: 137 })
    const dead = { ...two, state: 'exited', exitCode: 137, finishedAt: 5_000 }
    expect(deaths.in([one, two])).toEqual([one, dead])
    expect(deaths.in([one, two])).toEqual([one, dead])
  })

  it('leaves one that was started again since', () => {
    const deaths = new Deaths()
    deaths.note(two.id, { time: 5_000, exitCode: 137 })
    const again = { ...two, startedAt: 5_001 }
    expect(deaths.in([one, again])).toEqual([one, again])
  })

  it('leaves what Docker says of one that does not run', () => {
    const deaths = new Deaths()
    deaths.note(two.id, { time: 5_000, exitCode: 137 })
    const restarting = { ...two, state: 'restarting' as const, exitCode: 1 }
    expect(deaths.in([restarting])).toEqual([restarting])
  })

  it('forgets a container that is not in the list', () => {
    const deaths = new Deaths()
    deaths.note(two.id, { time: 5_000, exitCode: 137 })
    deaths.in([one])
    expect(deaths.in([two])).toEqual([two])
  })
})
