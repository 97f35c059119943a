import { withProjectLock } from '../lock/with-lock.ts'
import type { Host } from './host.ts'
import { takeTurn } from './turn.ts'

/** Changes a project's files without Docker: in its turn, and under the project's lock. */
export async function locked<T>(
  host: Host,
  { directory, command, signal }: { directory: string; command: string; signal: AbortSignal | undefined },
  run: () => Promise<T>,
): Promise<T> {
  const slot = host.slot(directory)
  const onWait = (_holder: unknown, message: string) =>
    slot.activity.emit({ kind: 'note', message, at: Date.now() })
  return await takeTurn(slot, { signal }, (turn) =>
    withProjectLock(directory, { command: `shoal ${command}`, signal: turn, onWait }, run),
  )
}
