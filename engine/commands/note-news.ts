import type { TimelineEntry } from '../../contract/timeline.ts'
import type { Container, ContainerEvent } from '../docker/gateway.ts'
import { aftermathOf } from '../happenings/aftermath.ts'
import { newsAmong } from '../happenings/news.ts'
import { type OwnerOf, ownerAmong, type Running } from '../happenings/owner.ts'
import { tellStories } from '../happenings/stories.ts'
import { currentHolder } from '../lock/current-holder.ts'
import { noteEntries } from '../timeline/file.ts'
import type { Timeline } from '../timeline/parse.ts'

/** What Docker says at a moment. */
export interface Evidence {
  readonly events: readonly ContainerEvent[]
  readonly containers: readonly Container[]
  /** Whether the containers are asked for what the events do not tell any more. */
  readonly aftermath?: boolean
  /** What else happened, given who acts on whom. */
  readonly more?: (known: Timeline, ownerOf: OwnerOf) => readonly TimelineEntry[]
}

/**
 * Writes into the timeline what happened by Docker's word and is not there yet. Returns whether something of it may still
 * turn out to be a command's, which runs now. Never throws.
 */
export async function noteNews(directory: string, evidence: Evidence): Promise<boolean> {
  const { events, containers, aftermath = false, more = () => [] } = evidence
  let unclear = false
  await noteEntries(directory, async (known) => {
    const running = await runningOf(directory, known)
    const ownerOf = ownerAmong(known.entries, running)
    unclear = running !== undefined
    const restarts = (id: string) => containers.find((container) => container.id === id)?.restarts
    const told = tellStories(events, { ownerOf, restarts })
    const found = aftermath
      ? aftermathOf(containers, {
          entries: [...known.entries, ...told],
          deaths: events.filter(({ action }) => action === 'die'),
          ownerOf,
          now: Date.now(),
        })
      : []
    return [...newsAmong([...told, ...found], known.entries, known.dropped), ...more(known, ownerOf)]
  })
  return unclear
}

/** The command that runs now; an open one that nobody runs was interrupted. */
export async function runningOf(directory: string, { open }: Timeline): Promise<Running | undefined> {
  if (!open) return undefined
  const holder = await currentHolder(directory)
  if (!holder || open.begin.at < holder.since) return undefined
  return { id: open.begin.id, planned: open.planned }
}
