import type { Activity } from '../../contract/models.ts'

/** Shows what happens while a call runs. */
export interface ProgressView {
  show(activity: Activity): void
  /** Adds a sentence, without disturbing the list. */
  note(text: string): void
  /** Leaves what is on the screen and lets go of it. */
  end(): void
}
