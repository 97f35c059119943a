import type { AppSettings, RecentProject } from '../../contract/app.ts'
import type { Snapshot } from '../../contract/models.ts'

/** What main knows, for the menu, the tray and the question at the end. */
export interface ShellState {
  /** The folder of the open project. */
  readonly directory: string | undefined
  /** Absent until the engine has looked, and while Docker is away. */
  readonly snapshot: Snapshot | undefined
  readonly settings: AppSettings | undefined
  readonly recent: readonly RecentProject[]
}

export const INITIAL_STATE: ShellState = {
  directory: undefined,
  snapshot: undefined,
  settings: undefined,
  recent: [],
}

/** Whether instances of the open project run. */
export function isRunning({ snapshot }: ShellState): boolean {
  return snapshot?.state === 'running' || snapshot?.state === 'partial'
}

/** The state and whom to tell when it changes. */
export class ShellStore {
  #state = INITIAL_STATE
  readonly #listeners: ((state: ShellState) => void)[] = []

  get state(): ShellState {
    return this.#state
  }

  set(change: Partial<ShellState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener(this.#state)
  }

  onChange(listener: (state: ShellState) => void): void {
    this.#listeners.push(listener)
  }
}
