import type { AppSettings, RecentProject } from '../../../contract/app.ts'
import type { Snapshot } from '../../../contract/models.ts'
import { isUnderWay, type PlanRun } from '../plan-run.ts'

/** What the window knows, as far as it decides what can be done. */
export interface Scene {
  readonly project: RecentProject | null
  readonly recent: readonly RecentProject[]
  readonly snapshot: Snapshot | null
  /** Where the slider stands while it is ahead of the files. */
  readonly dialled: number | null
  readonly run: PlanRun | null
  readonly theme: AppSettings['theme']
  /** Whether Shoal's engine answers, and whether Docker does. */
  readonly linked: boolean
  readonly docker: boolean
}

/** Why the stack cannot be changed now; empty when it can. */
export function obstacle({ linked, docker, snapshot }: Scene): string {
  if (!linked) return 'Shoal’s engine does not answer'
  if (!docker) return 'Docker does not answer'
  return snapshot ? '' : 'The stack is still being looked at'
}

export function isBusy({ run }: Scene): boolean {
  return isUnderWay(run)
}
