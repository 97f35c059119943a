import type { ShoalError } from '../../contract/errors.ts'
import type { Step } from '../stack/plan/step.ts'
import type { Connection } from './host.ts'
import type { View, ViewOptions } from './view.ts'

/** One change of a project: what to plan, and what to write before and put back after a failure. */
export interface Change extends ViewOptions {
  readonly directory: string
  /** As typed, for whoever waits for the lock and for the history: "scale 5". */
  readonly command: string
  readonly dryRun?: boolean
  readonly signal?: AbortSignal | undefined
  /** Takes the place of a running change with the same key that has not begun its next operation. */
  readonly supersedes?: string
  /** How `.env` will read once the change is committed; it is planned as if it were so already. */
  readonly edit?: (text: string) => string
  /** Plans, from what is there. Throws to refuse; nothing was changed then. */
  readonly plan: (view: View, connection: Connection) => Promise<Step[]> | Step[]
  /** Writes the project's files, once the plan is known to be possible. */
  readonly commit?: (view: View) => Promise<void>
  /** Puts the files back after the plan failed. Returns what to tell, or undefined when nothing was put back. */
  readonly revert?: (view: View, error: ShoalError) => Promise<string | undefined>
  /** Plans the way back to the files as they were put back. */
  readonly planBack?: (view: View, connection: Connection) => Promise<Step[]> | Step[]
  /** Runs when everything succeeded. */
  readonly settle?: (view: View) => Promise<void>
}
