import type { Engine } from '../contract/engine.ts'
import { ShoalError } from '../contract/errors.ts'
import { type HostOptions, makeHost } from './commands/make-host.ts'

/**
 * Builds the engine for a command that is about to look at the project in `directory` and does nothing else. Docker takes 50 to
 * 80 ms to open the way into Caddy, so that is asked for first, and the code that looks is read meanwhile. The rest of the engine
 * is read when something else is asked.
 */
export async function createEngineAhead(options: HostOptions, directory: string): Promise<Engine> {
  const made = makeHost(options)
  // A failure is met, and told, by the call that needs the connection.
  await made.host.connect().then(
    ({ links }) => links.openAhead(directory),
    () => {},
  )
  let rest: Promise<Engine> | undefined
  const engine = () => {
    rest ??= import('./engine.ts').then(({ engineOn }) => engineOn(made))
    return rest
  }
  return {
    async call(name, input, settings) {
      if (name !== 'stack.status' || !isFolder(input))
        return await (await engine()).call(name, input, settings)
      const { status } = await import('./commands/view.ts')
      try {
        return (await status(made.host, input.directory)) as never
      } catch (error) {
        throw ShoalError.from(error)
      }
    },
    async *open(name, input, settings) {
      yield* (await engine()).open(name, input, settings)
    },
    async close() {
      await (await rest)?.close()
      await made.host.connector.close()
    },
  }
}

/** Whether it is what the contract's schema of `stack.status` lets through. */
function isFolder(input: object): input is { readonly directory: string } {
  return 'directory' in input && typeof input.directory === 'string' && input.directory !== ''
}
