import type { TimelineEntry } from '../../contract/timeline.ts'
import type { Container } from '../docker/gateway.ts'
import { parseInstanceLabels } from '../project/labels.ts'
import { factOf, type Subject } from './fact.ts'
import type { OwnerOf } from './owner.ts'
import { exitText } from './signals.ts'

/** Milliseconds by which an end as the container has it and what is known of it may differ: Docker cleans up meanwhile. */
const NEAR = 5_000

export interface Witnessed {
  readonly entries: readonly TimelineEntry[]
  /** When which container died, by events. */
  readonly deaths: readonly { readonly id: string; readonly time: number }[]
  readonly ownerOf: OwnerOf
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * What became of containers while nobody watched and of which Docker has no events any more, from what the containers
 * themselves still say: how and when each ended last. Pure.
 */
export function aftermathOf(containers: readonly Container[], witnessed: Witnessed): TimelineEntry[] {
  return containers.flatMap((container): TimelineEntry[] => {
    const labels = parseInstanceLabels(container.labels)
    const at = container.finishedAt
    if (!labels || labels.oneOff || at === undefined || isKnown(container, at, witnessed)) return []
    const subject = { name: container.name, service: labels.service, index: labels.number }
    return [endOf(container, at, subject)]
  })
}

function isKnown({ id, name }: Container, at: number, { entries, deaths, ownerOf, now }: Witnessed): boolean {
  // Its event may be on its way.
  if (at > now - NEAR || ownerOf(name, at) !== 'other') return true
  if (deaths.some((death) => death.id === id && Math.abs(death.time - at) < NEAR)) return true
  return entries.some((entry) => {
    const concerns = entry.container?.name === name || entry.kind === 'engine'
    const end = entry.kind === 'container' ? entry.at + (entry.took ?? 0) : entry.at
    return concerns && at > entry.at - NEAR && at < end + NEAR
  })
}

function endOf(container: Container, at: number, subject: Subject): TimelineEntry {
  const { id, state, exitCode, oomKilled, restarts, startedAt } = container
  const fact = { id: `${id.slice(0, 12)} end ${at}`, at }
  if (state === 'running' || state === 'paused' || state === 'restarting') {
    const took = startedAt !== undefined && startedAt > at ? startedAt - at : null
    return restarts > 0
      ? factOf(subject, `ended and was started again by Docker (restart ${restarts})`, {
          ...fact,
          cause: 'restart-policy',
          took,
          broke: true,
        })
      : factOf(subject, 'was restarted from outside', { ...fact, cause: 'docker', took })
  }
  if (oomKilled)
    return factOf(subject, `ran out of memory and was killed (exit code ${exitCode})`, {
      ...fact,
      cause: 'crash',
      broke: true,
    })
  // What a process ends with that was asked to, or that Docker killed.
  const asked = exitCode === 0 || exitCode === 143 || exitCode === 137
  return asked
    ? factOf(subject, `was stopped from outside (${exitText(exitCode)})`, { ...fact, cause: 'docker' })
    : factOf(subject, `crashed (${exitText(exitCode)})`, { ...fact, cause: 'crash', broke: true })
}
