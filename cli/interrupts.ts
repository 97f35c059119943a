import type { ErrorData } from '../contract/errors.ts'
import { errorJson, errorText } from './output/error-text.ts'
import type { Session } from './session.ts'

/** How long the engine has to come to a safe point after the first interrupt, in milliseconds. */
const PATIENCE = 1000

const UNSETTLED: ErrorData = {
  code: 'cancelled',
  message: 'Cancelled before the running operation ended; what was already done stays done.',
  hint: 'Run "shoal status" to see what stands, and the same command again to go on.',
}

export interface Interrupts {
  /** Resolves with an exit code when waiting any longer is not wanted. */
  readonly impatience: Promise<number>
  stop(): void
}

/**
 * The first interrupt cancels what runs and gives the engine a second to settle; the next one ends the command at once.
 * Either way the stack is in a state that `status` describes: nothing is kept that cannot be observed again.
 */
export function watchInterrupts(session: Session, abort: AbortController): Interrupts {
  let timer: NodeJS.Timeout | undefined
  let giveUp: (code: number) => void = () => {}
  const impatience = new Promise<number>((resolve) => {
    giveUp = resolve
  })
  const onTimeout = async () => {
    if (!session.cancellable) return giveUp(0)
    await session.err.line(session.json ? errorJson(UNSETTLED) : errorText(UNSETTLED, session.errPaint))
    giveUp(1)
  }
  const ignore = session.host.onInterrupt(() => {
    if (abort.signal.aborted) return giveUp(1)
    if (session.cancellable) session.say('Cancelling…')
    timer = setTimeout(() => void onTimeout(), PATIENCE)
    abort.abort()
  })
  return {
    impatience,
    stop: () => {
      clearTimeout(timer)
      ignore()
    },
  }
}
