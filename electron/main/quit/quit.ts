import { type App, type BrowserWindow, dialog, powerMonitor } from 'electron'
import type { Engine } from '../../../contract/engine.ts'
import { ShoalError } from '../../../contract/errors.ts'
import type { ShellStore } from '../state.ts'
import { answerOf, type QuitAnswer, type QuitQuestion, quitQuestion } from './question.ts'

export interface QuitParts {
  readonly app: App
  readonly store: ShellStore
  window(): BrowserWindow | undefined
  engine(): Engine | undefined
  /** Keeps what is to be kept, and ends the engine. */
  finish(): Promise<void>
  tell(error: ShoalError): void
}

/** Asks before quitting when the stack runs, unless the machine shuts down, and lets everything end first. */
export function askBeforeQuit(parts: QuitParts): void {
  let state: 'staying' | 'asking' | 'gone' = 'staying'
  powerMonitor.on('shutdown', () => {
    state = 'gone'
  })
  parts.app.on('before-quit', (event) => {
    if (state === 'gone') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    void leave(parts).then((gone) => {
      state = gone ? 'gone' : 'staying'
      if (gone) parts.app.quit()
    })
  })
}

/** Returns whether Shoal may go. */
async function leave(parts: QuitParts): Promise<boolean> {
  try {
    const question = quitQuestion(parts.store.state)
    const answer = question ? await ask(parts, question) : 'leave'
    if (answer === 'cancel') return false
    const { directory } = parts.store.state
    if (answer === 'stop' && directory !== undefined) {
      await parts.engine()?.call('stack.stop', { directory, names: [] })
    }
  } catch (thrown) {
    parts.tell(ShoalError.from(thrown))
    return false
  }
  await parts.finish()
  return true
}

async function ask({ window, engine }: QuitParts, question: QuitQuestion): Promise<QuitAnswer> {
  const options = { ...question, type: 'question' as const, defaultId: 0, cancelId: 2, noLink: true }
  const parent = window()
  const { response, checkboxChecked } = parent
    ? await dialog.showMessageBox(parent, options)
    : await dialog.showMessageBox(options)
  const answer = answerOf(response)
  if (checkboxChecked && answer === 'leave') await engine()?.call('settings.set', { askOnQuit: false })
  return answer
}
