import { withProjectLock } from '../lock/with-lock.ts'
import type { ProjectActivity } from './activity.ts'
import type { Host } from './host.ts'
import { takeTurn } from './turn.ts'

interface Locking {
  readonly directory: string
  /** As typed, for whoever waits for the lock. */
  readonly command: string
}

/** Changes a project's files without Docker: in its turn, and under the project's lock. */
export async function locked<T>(
  host: Host,
  locking: Locking & { readonly signal: AbortSignal | undefined },
  run: () => Promise<T>,
): Promise<T> {
  const slot = host.slot(locking.directory)
  return await takeTurn(slot, locking, (signal) => holdLock(slot.activity, locking, signal, run))
}

/** Runs under the project's lock; who is waited for is told as an activity. */
export async function holdLock<T>(
  activity: ProjectActivity,
  { directory, command }: Locking,
  signal: AbortSignal,
  run: Parameters<typeof withProjectLock<T>>[2],
): Promise<T> {
  const onWait = (_holder: unknown, message: string) =>
    activity.emit({ kind: 'note', message, at: Date.now() })
  return await withProjectLock(directory, { command: `shoal ${command}`, signal, onWait }, run)
}
