import { toast } from 'sonner'
import { ShoalError } from '../../contract/errors.ts'

interface Action {
  readonly label: string
  readonly onClick: () => void
}

/** Milliseconds for which an error stays; it can be kept by resting the pointer on it. */
const LONG = 12_000

/** Tells what happened and what to do next. Whatever the user stopped themselves is no error. */
export function tellError(thrown: unknown, action?: Action): void {
  const { code, message, hint } = ShoalError.from(thrown)
  if (code === 'cancelled' || code === 'superseded') return
  toast.error(message, { description: hint || undefined, duration: LONG, action })
}

export function tellDone(message: string, action?: Action): void {
  toast.success(message, { action })
}

/** Runs something and tells its error. Returns whether it succeeded. */
export async function attempt(work: () => Promise<unknown>, retry?: string): Promise<boolean> {
  try {
    await work()
    return true
  } catch (thrown) {
    tellError(thrown, retry ? { label: retry, onClick: () => void attempt(work, retry) } : undefined)
    return false
  }
}
