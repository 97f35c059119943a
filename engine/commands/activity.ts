import type { Activity } from '../../contract/models.ts'
import { Hub } from './hub.ts'

/** What happens in a project, for everyone who listens; whoever comes late is told first what they missed. */
export class ProjectActivity {
  private readonly hub = new Hub<Activity>()
  /** What the change that runs now has told so far; undefined while nothing runs. */
  private told: Activity[] | undefined

  /** A change begins: from now on what is told is kept for those who come later. */
  begin(): void {
    this.told = []
  }

  /** The change ended, however it did. */
  end(): void {
    this.told = undefined
  }

  emit(activity: Activity): void {
    if (this.told) keep(this.told, activity)
    this.hub.emit(activity)
  }

  /** What the change that runs now has told, then all that happens until the signal fires. */
  listen(signal?: AbortSignal): AsyncIterable<Activity> {
    return this.hub.listen(signal, this.told)
  }
}

/** Keeps of each operation its first word, which tells when it began, and its last one, so that the list stays short. */
function keep(told: Activity[], activity: Activity): void {
  if (activity.kind === 'operation') {
    const planned = told.findLastIndex(({ kind }) => kind === 'planned')
    const same = (one: Activity, at: number) =>
      at > planned && one.kind === 'operation' && one.id === activity.id
    const last = told.findLastIndex(same)
    if (last > told.findIndex(same)) told.splice(last, 1)
  }
  told.push(activity)
}
