import type { CallInput, CallName, CallOutput, Outcome } from '../contract/calls.ts'
import { recordText } from './output/entry-text.ts'
import { summary } from './output/summary.ts'
import { withProgress } from './progress/with-progress.ts'
import type { Session } from './session.ts'

/** The calls that change a stack. */
export type OperationName = {
  [N in CallName]: CallOutput<N> extends Outcome ? N : never
}[CallName]

/** Makes a call that changes the stack: its progress on standard error, an interrupt cancels it. */
export async function operate<N extends OperationName>(
  session: Session,
  name: N,
  input: CallInput<N> & { directory: string },
): Promise<CallOutput<N>> {
  const engine = await session.engine(input.directory)
  session.cancellable = true
  try {
    return await withProgress(session, engine, input.directory, () =>
      engine.call(name, input, { signal: session.signal }),
    )
  } finally {
    session.cancellable = false
  }
}

/** Makes a call that changes the stack, then prints what it left, or the plan after a dry run. */
export async function operateAndPrint<N extends OperationName>(
  session: Session,
  name: N,
  input: CallInput<N> & { directory: string },
): Promise<void> {
  const outcome: Outcome = await operate(session, name, input)
  await session.print(outcome, () => outcomeText(session, outcome))
}

/** What a call left, for people. */
export function outcomeText(session: Session, { plan, text, snapshot, entry }: Outcome): string {
  if (!snapshot) return plan.operations.length > 0 ? text.trimEnd() : 'Nothing to do.'
  const left = summary(snapshot, session.paint)
  if (plan.operations.length === 0) return `Nothing to do.\n${left}`
  // How long it took is worth a line only beside what it cost.
  return entry?.requests?.total ? `${left}\n${session.paint.dim(recordText(entry))}` : left
}
