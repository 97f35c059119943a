import type { Engine } from '../../contract/engine.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { Command, StackCommand } from './commands.ts'
import type { ShellStore } from './state.ts'

/** What commands do apart from calling the engine. */
export interface Surroundings {
  /** The engine, while it runs. */
  engine(): Engine | undefined
  browse(url: string): void
  /** Shows the window, at a path of the page when there is one. */
  show(to?: string): void
  showData(): void
  quit(): void
  /** Tells the user why a command that was given outside the page failed. */
  tell(error: ShoalError): void
}

/** Does what a command says. The page shows the progress of what changes the stack; only a failure is told here. */
export async function runCommand(command: Command, store: ShellStore, around: Surroundings): Promise<void> {
  switch (command.kind) {
    case 'show':
      return around.show()
    case 'lead':
      return around.show(command.to)
    case 'quit':
      return around.quit()
    case 'show-data':
      return around.showData()
    case 'browse': {
      const url = store.state.snapshot?.url
      return url ? around.browse(url) : undefined
    }
  }
  try {
    await change(command, store, around.engine())
  } catch (thrown) {
    const error = ShoalError.from(thrown)
    // The newer command, or the user, has taken this one's place.
    if (error.code !== 'superseded' && error.code !== 'cancelled') around.tell(error)
  }
}

async function change(
  command: StackCommand,
  { state: { directory, snapshot } }: ShellStore,
  engine: Engine | undefined,
): Promise<void> {
  if (directory === undefined) return
  if (!engine)
    throw new ShoalError(
      'disconnected',
      'Shoal’s engine is starting, so nothing was changed.',
      'Try again in a moment.',
    )
  if (command.kind !== 'scale') await engine.call(`stack.${command.kind}`, { directory, names: [] })
  else if (snapshot) {
    const scale = Math.min(Math.max(snapshot.scale.wanted + command.by, 1), snapshot.scale.max)
    if (scale !== snapshot.scale.wanted) await engine.call('stack.scale', { directory, scale })
  }
}
