import { describe } from '../describe.ts'
import { isRunning, type ShellState } from '../state.ts'

export type QuitAnswer = 'leave' | 'stop' | 'cancel'

/** The buttons, in their order. */
export const ANSWERS = ['leave', 'stop', 'cancel'] as const satisfies QuitAnswer[]

export interface QuitQuestion {
  readonly message: string
  readonly detail: string
  readonly buttons: string[]
  readonly checkboxLabel: string
}

/** What to ask before Shoal quits; undefined when nothing runs, or the user wants no question. */
export function quitQuestion(state: ShellState): QuitQuestion | undefined {
  const { snapshot, settings } = state
  if (!snapshot || !isRunning(state) || settings?.askOnQuit === false) return undefined
  const address = snapshot.url ? ` and answers at ${snapshot.url}` : ''
  return {
    message: `${snapshot.project} is running (${describe(state).toLowerCase()}). Leave it running?`,
    detail: `It needs no Shoal to run: Caddy keeps balancing${address}. Nobody will tell you when an instance crashes.`,
    buttons: ['Leave Running', 'Stop and Quit', 'Cancel'],
    checkboxLabel: 'Always leave it running, without asking',
  }
}

/** Which answer a button is; a dialog that was closed is a cancel. */
export function answerOf(button: number): QuitAnswer {
  return ANSWERS[button] ?? 'cancel'
}
