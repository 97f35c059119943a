import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ShoalError } from '../../../../../contract/errors.ts'
import type { Docker } from '../../../../../engine/docker/gateway.ts'
import { execute } from '../../../../../engine/stack/execute/execute.ts'
import { PlanBuilder } from '../../../../../engine/stack/plan/builder.ts'
import { fakeContext } from '../../../../support/fake-context.ts'
import { fakeContainer, fakeProject } from '../../../../support/fake-stack.ts'

const open = new AbortController().signal
const project = fakeProject()

/** Runs a plan; returns what came of it and every state that an operation went through. */
async function run(plan: PlanBuilder, docker: Partial<Docker>, signal: AbortSignal = open) {
  const states: string[] = []
  const { done, begun, error } = await execute(fakeContext(docker), plan.steps, signal, (id, state) =>
    states.push(`${id}: ${state}`),
  )
  return { done: [...done], begun: [...begun], error, states }
}

function removals(count: number): PlanBuilder {
  const plan = new PlanBuilder()
  for (let index = 1; index <= count; index += 1) plan.add({ verb: 'remove' }, `c${index}`, 'x')
  return plan
}

describe('execute', () => {
  it('begins each step only after those that it comes after', async () => {
    const plan = new PlanBuilder()
    const stop = plan.add({ verb: 'stop', grace: 5 }, 'a', 'x')
    const remove = plan.add({ verb: 'remove' }, 'a', 'x', [stop])
    plan.add({ verb: 'remove-network' }, 'net', 'x', [remove])
    const { states, error } = await run(plan, {
      stopContainer: () => sleep(5),
      removeContainer: () => sleep(1),
      removeNetwork: async () => {},
    })
    expect([states, error]).toEqual([
      [
        'stop a: running',
        'stop a: done',
        'remove a: running',
        'remove a: done',
        'remove-network net: running',
        'remove-network net: done',
      ],
      undefined,
    ])
  })

  it('works on four containers at a time', async () => {
    let now = 0
    let most = 0
    const { done } = await run(removals(9), {
      removeContainer: async () => {
        now += 1
        most = Math.max(most, now)
        await sleep(5)
        now -= 1
      },
    })
    expect([most, done.length]).toEqual([4, 9])
  })

  it('does not count waiting among the four', async () => {
    const plan = removals(4)
    for (let index = 5; index <= 9; index += 1)
      plan.add({ verb: 'wait-healthy', condition: 'healthy' }, `c${index}`, 'x')
    let waits = 0
    let arrive = () => {}
    const everyoneWaits = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const { done } = await run(plan, {
      removeContainer: () => everyoneWaits,
      inspectContainer: async (name) => {
        waits += 1
        if (waits === 5) arrive()
        return fakeContainer(project, 'postgres', 1, { name })
      },
    })
    expect(done).toHaveLength(9)
  })

  it('begins nothing after the first failure, and finishes what Docker is doing', async () => {
    const plan = removals(6)
    plan.add({ verb: 'remove-network' }, 'net', 'x', ['remove c1'])
    const fault = new ShoalError('container-failed', 'it will not go')
    const { done, begun, error, states } = await run(plan, {
      removeContainer: async (name) => {
        await sleep(name === 'c2' ? 5 : 30)
        if (name === 'c2') throw fault
      },
    })
    expect({ done, begun, error }).toEqual({
      done: ['remove c1', 'remove c3', 'remove c4'],
      begun: ['remove c1', 'remove c2', 'remove c3', 'remove c4'],
      error: fault,
    })
    expect(states.filter((state) => !/: (running|done)$/.test(state)).sort()).toEqual([
      'remove c2: failed',
      'remove c5: skipped',
      'remove c6: skipped',
      'remove-network net: skipped',
    ])
  })

  it.each([
    ['cancelled', new ShoalError('cancelled', 'enough')],
    ['superseded', new ShoalError('superseded', 'a newer one')],
  ])('cuts waiting off and skips the rest when it is %s', async (_how, reason) => {
    const stop = new AbortController()
    const plan = new PlanBuilder()
    const wait = plan.add({ verb: 'wait-healthy', condition: 'healthy' }, 'db', 'x')
    plan.add({ verb: 'remove' }, 'db', 'x', [wait])
    let looks = 0
    const { done, error, states } = await run(
      plan,
      {
        inspectContainer: async () => {
          looks += 1
          if (looks === 1) stop.abort(reason)
          return fakeContainer(project, 'postgres', 1, { state: 'created', health: 'starting' })
        },
      },
      stop.signal,
    )
    expect({ done, error, states }).toEqual({
      done: [],
      error: reason,
      states: ['wait-healthy db: running', 'wait-healthy db: skipped', 'remove db: skipped'],
    })
  })

  it('begins nothing where the signal fired before', async () => {
    const reason = new ShoalError('cancelled', 'enough')
    const { begun, error } = await run(removals(2), {}, AbortSignal.abort(reason))
    expect([begun, error]).toEqual([[], reason])
  })

  it('reports how far an operation is', async () => {
    const plan = new PlanBuilder()
    plan.add({ verb: 'pull', service: 'caddy' }, 'caddy:2.11', 'x')
    const details: string[] = []
    const docker: Partial<Docker> = {
      pullImage: async (_reference, { onProgress }) => {
        onProgress?.({ text: 'Downloading', layer: 'abc' })
        onProgress?.({ text: 'Done' })
      },
    }
    await execute(fakeContext(docker), plan.steps, open, (_id, state, detail) =>
      details.push(`${state} ${detail}`),
    )
    expect(details).toEqual(['running ', 'running Done', 'done '])
  })
})
