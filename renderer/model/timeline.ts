import { lostText } from '../../contract/lost-text.ts'
import type { TimelineEntry } from '../../contract/timeline.ts'
import { commandWords } from './operation-words.ts'
import { shortName } from './summary.ts'

/** Entries that the window keeps; the export has all. */
const KEPT = 500

export type TimelineFilter = 'all' | 'commands' | 'incidents'

/** Newest first; an entry that is told again takes the place of what was told before. Pure. */
export function mergeEntries(
  known: readonly TimelineEntry[],
  fresh: readonly TimelineEntry[],
): readonly TimelineEntry[] {
  const byId = new Map([...known, ...fresh].map((entry) => [entry.id, entry]))
  return [...byId.values()].sort((one, other) => other.at - one.at).slice(0, KEPT)
}

/** The entries that a filter lets through: what Shoal was told to do, or what happened besides. Pure. */
export function filterEntries(
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
): readonly TimelineEntry[] {
  if (filter === 'all') return entries
  return entries.filter(({ kind }) => (kind === 'command') === (filter === 'commands'))
}

/** An entry for people: "Scale to 6", "app-2 crashed (exit code 1)". Pure. */
export function entryTitle({ command, what }: TimelineEntry): string {
  return command === undefined ? what : commandWords(command)
}

const CAUSES: Readonly<Record<TimelineEntry['cause'], string>> = {
  shoal: 'by Shoal',
  docker: 'from outside Shoal, through Docker',
  crash: 'by itself or the kernel',
  'restart-policy': 'by Docker’s restart policy',
  'health-check': 'by its health check',
  engine: 'by Docker',
}

/** What caused it: "from outside Shoal, through Docker". Pure. */
export function causeText({ cause, command }: TimelineEntry): string {
  return cause === 'shoal' && command !== undefined ? `by shoal ${command}` : CAUSES[cause]
}

const OUTCOMES: Readonly<Record<TimelineEntry['outcome'], string>> = {
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  superseded: 'a newer one took its place',
  interrupted: 'Shoal was killed',
}

/** How it ended, for whoever does not see its mark. Pure. */
export function outcomeText({ kind, outcome }: TimelineEntry): string {
  if (kind === 'command') return OUTCOMES[outcome]
  return outcome === 'failed' ? 'incident' : 'event'
}

/** "0 of 4,812 requests lost"; empty when none came, or nobody counted. Pure. */
export function lossText({ requests }: TimelineEntry): string {
  return requests && requests.total > 0 ? lostText(requests) : ''
}

/** What a command did to one container, image or network. */
export interface OperationGroup {
  readonly target: string
  readonly operations: TimelineEntry['operations']
  readonly state: 'done' | 'failed' | 'open'
  /** From the beginning of its first operation to the end of its last one. Milliseconds; null when none began. */
  readonly took: number | null
}

/** The operations of a plan by what they act on, in the order in which each comes first. Pure. */
export function groupOperations(operations: TimelineEntry['operations'], project: string): OperationGroup[] {
  const targets = [...new Set(operations.map(({ target }) => target))]
  return targets.map((target) => {
    const own = operations.filter((operation) => operation.target === target)
    const begun = own.flatMap(({ at, took }) => (at === null ? [] : [{ at, end: at + (took ?? 0) }]))
    const over = own.every(({ state }) => state === 'done')
    return {
      target: shortName(project, target),
      operations: own,
      state: own.some(({ state }) => state === 'failed') ? 'failed' : over ? 'done' : 'open',
      took:
        begun.length === 0
          ? null
          : Math.max(...begun.map(({ end }) => end)) - Math.min(...begun.map(({ at }) => at)),
    }
  })
}
