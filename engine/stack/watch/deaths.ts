import type { Container } from '../../docker/gateway.ts'

interface Death {
  /** Milliseconds since the epoch, by Docker's clock. */
  readonly time: number
  readonly exitCode: number
}

/**
 * Which containers died, by Docker's events. Its list goes on to call a dead container running, or keeps whoever asks waiting,
 * until it has cleaned up after it: 40 to 430 ms later on Engine 20.10 (docs/measures.md).
 */
export class Deaths {
  readonly #last = new Map<string, Death>()

  note(id: string, death: Death): void {
    this.#last.set(id, death)
  }

  /** The containers of a list; one that started before its last death has ended. Forgets those that are not in it. */
  in(containers: readonly Container[]): Container[] {
    for (const id of this.#last.keys())
      if (!containers.some((container) => container.id === id)) this.#last.delete(id)
    return containers.map((container) => {
      const death = this.#last.get(container.id)
      const { state, startedAt = Number.POSITIVE_INFINITY } = container
      if (!death || state !== 'running' || startedAt > death.time) return container
      return { ...container, state: 'exited', exitCode: death.exitCode, finishedAt: death.time }
    })
  }
}
