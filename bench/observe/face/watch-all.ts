import type { Engine } from '../../../contract/engine.ts'
import type { StreamInput, StreamName } from '../../../contract/streams.ts'

/** Every stream that some screen shows, with what that screen asks for. */
const SHOWN: { readonly [N in StreamName]?: Omit<StreamInput<N>, 'directory'> } = {
  'stack.watch': {},
  'stack.activity': {},
  'stats.watch': {},
  'logs.follow': { names: [], tail: 1_000 },
  'traffic.watch': { window: 60 },
  'requests.follow': { tail: 200 },
}

export interface Watching {
  /** Items so far, by stream. */
  readonly items: Readonly<Record<string, number>>
  /** Lets go of every stream. Throws when one has ended before. */
  stop(): Promise<void>
}

/** Opens all that a user can have on the screen at once. Resolves when the first snapshot is there. */
export async function watchAll(engine: Engine, directory: string): Promise<Watching> {
  const stop = new AbortController()
  const { signal } = stop
  const items: Record<string, number> = {}
  let arrived = () => {}
  const snapshot = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const read = async (name: StreamName, more: object) => {
    items[name] = 0
    const input = { directory, ...more } as StreamInput<StreamName>
    try {
      for await (const _item of engine.open(name, input, { signal })) {
        items[name] += 1
        if (name === 'stack.watch') arrived()
      }
    } catch (error) {
      if (!signal.aborted) throw error
      return
    }
    throw new Error(`${name} ended by itself.`)
  }
  const names = Object.entries(SHOWN) as [StreamName, object][]
  const reading = Promise.all(names.map(([name, more]) => read(name, more)))
  await Promise.race([snapshot, reading])
  return {
    items,
    async stop() {
      stop.abort()
      await reading
    },
  }
}
