import type { Context, Run } from '../stack/execute/context.ts'
import type { Execution } from '../stack/execute/execute.ts'
import { drain, leave } from '../stack/execute/rotate.ts'
import type { Step } from '../stack/plan/step.ts'

/**
 * Removes containers that a broken plan made. An instance that joined takes traffic as soon as it is healthy, which may
 * have been a moment ago: it leaves and finishes its requests first. Throws when the signal fires; they stay then.
 */
export async function discard(
  context: Context,
  names: readonly string[],
  steps: readonly Step[],
  { begun }: Execution,
  signal: AbortSignal,
): Promise<void> {
  const run: Run = { signal, report: () => {} }
  const joined = steps.flatMap((step) =>
    step.verb === 'join' && begun.has(step.id) && names.includes(step.target) ? [step.index] : [],
  )
  const quiet = async (index: number) => {
    await leave(context, index, run)
    await drain(context, index, run)
  }
  // Where Caddy cannot be asked, no request comes through it either.
  await Promise.allSettled(joined.map(quiet))
  signal.throwIfAborted()
  for (const name of names) await context.docker.removeContainer(name, { force: true })
}
