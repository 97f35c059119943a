import type { TimelineEntry } from '../../contract/timeline.ts'
import type { ContainerEvent } from '../docker/gateway.ts'
import { parseInstanceLabels } from '../project/labels.ts'
import type { OwnerOf } from './owner.ts'
import { Story } from './story.ts'

export interface Knowledge {
  readonly ownerOf: OwnerOf
  /** How often the restart policy has started a container so far; undefined when it is gone. */
  readonly restarts: (id: string) => number | undefined
}

/**
 * What happened to a project's containers that no command of Shoal's did, from Docker's events: each with whom it happened
 * to, how, and by whom. What may still turn out to be a command's is left out. The same events tell the same entries, with
 * the same ids, whoever asks. Pure.
 * @param events in the order of time, each once
 */
export function tellStories(events: readonly ContainerEvent[], knowledge: Knowledge): TimelineEntry[] {
  const stories = new Map<string, Story>()
  for (const event of events) {
    const labels = parseInstanceLabels(event.labels)
    if (!labels || labels.oneOff) continue
    const known = stories.get(event.id)
    const story =
      known ??
      new Story(
        { name: event.name, service: labels.service, index: labels.number },
        knowledge.restarts(event.id),
      )
    if (!known) stories.set(event.id, story)
    story.take(event, knowledge.ownerOf(event.name, event.time))
  }
  return [...stories.values()].flatMap((story) => story.entries()).sort((a, b) => a.at - b.at)
}
