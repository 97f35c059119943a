import type { Step } from './step.ts'

/** How far a plan came when it failed or was cancelled. */
export interface Progress {
  readonly begun: ReadonlySet<string>
  readonly done: ReadonlySet<string>
}

/** What brings a stack back after a plan that broke off. */
export interface Undo {
  /** Instances that were kept out and still run: they take part again. */
  readonly rejoin: readonly number[]
  /** Containers that this plan created and that never served. */
  readonly discard: readonly string[]
  /** Containers that served, and were stopped for a successor that never did: they start again. */
  readonly revive: readonly string[]
}

/**
 * Finds what a broken plan left half done. The new side goes only where an old side serves: on a first start nothing
 * else does, and the containers that failed are kept for their logs. Pure.
 * @param serving names of containers that served when the plan was made
 */
export function findUndo(steps: readonly Step[], progress: Progress, serving: readonly string[]): Undo {
  const rejoin = steps.flatMap((step) => {
    if (step.verb !== 'leave' || !progress.begun.has(step.id)) return []
    const stopped = steps.some(
      ({ verb, target, id }) => verb === 'stop' && target === step.target && progress.begun.has(id),
    )
    return stopped ? [] : [step.index]
  })
  const served = new Set(
    steps.filter(({ verb, id }) => serves(verb) && progress.done.has(id)).map(({ target }) => target),
  )
  const discard = steps.flatMap((step) => {
    const isNew = step.verb === 'create' && progress.begun.has(step.id) && !served.has(step.target)
    const isServer = steps.some((other) => other.target === step.target && serves(other.verb))
    return isNew && isServer && serving.some((name) => name !== step.target) ? [step.target] : []
  })
  const revive =
    discard.length === 0
      ? []
      : steps.flatMap((step) => {
          const gaveWay = step.verb === 'stop' && progress.begun.has(step.id) && serving.includes(step.target)
          const goes = steps.some(({ verb, target }) => verb === 'leave' && target === step.target)
          const gone = steps.some(
            ({ verb, target, id }) => verb === 'remove' && target === step.target && progress.begun.has(id),
          )
          return gaveWay && !goes && !gone ? [step.target] : []
        })
  return { rejoin, discard, revive }
}

/** Steps after which a container is known to serve requests: an instance is ready, a Caddy answers. */
function serves(verb: Step['verb']): boolean {
  return verb === 'wait-ready' || verb === 'wait-answer'
}
