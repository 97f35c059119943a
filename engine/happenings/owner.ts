import type { TimelineEntry } from '../../contract/timeline.ts'

/** By how much the clocks of Docker and of Shoal may differ. Milliseconds. */
const SLACK = 500
/** Milliseconds for which what a killed Shoal had begun counts as its own. */
const AFTERLIFE = 30_000

/** A command that runs now. */
export interface Running {
  readonly id: string
  /** Whether it is known yet what it will do. */
  readonly planned: boolean
}

/** `own`: a command did it; `unknown`: one runs that may have; `other`: nobody of ours. */
export type Owner = 'own' | 'unknown' | 'other'

/** Who acted on a container, by its name, at a moment. Milliseconds since the epoch. */
export type OwnerOf = (name: string, time: number) => Owner

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Tells who acted on a container at a moment, from what the commands did to which container when. One that runs now has not
 * told yet: what happens to its targets meanwhile is `unknown` until it ends. Pure.
 */
export function ownerAmong(entries: readonly TimelineEntry[], running?: Running): OwnerOf {
  const spans = new Map<string, Span[]>()
  for (const entry of entries)
    if (entry.kind === 'command' && entry.id !== running?.id)
      for (const name of new Set(entry.operations.map(({ target }) => target))) {
        const span = spanOf(entry, name)
        if (span) spans.set(name, [...(spans.get(name) ?? []), span])
      }
  const current = entries.find(({ id }) => id === running?.id)
  const targets = running?.planned ? new Set(current?.operations.map(({ target }) => target)) : undefined
  return (name, time) => {
    const covers = ({ from, to }: Span) => time >= from - SLACK && time <= to + SLACK
    if (spans.get(name)?.some(covers)) return 'own'
    const concerned = current && time >= current.at - SLACK && (targets?.has(name) ?? true)
    return concerned ? 'unknown' : 'other'
  }
}

/** From when to when a command acted on a container. */
function spanOf({ at, took, outcome, operations }: TimelineEntry, name: string): Span | undefined {
  if (outcome === 'interrupted') return { from: at, to: at + AFTERLIFE }
  const begun = operations.flatMap(({ target, at, took }) =>
    target === name && at !== null ? [{ at, end: at + (took ?? 0) }] : [],
  )
  if (begun.length === 0) return undefined
  return {
    from: Math.min(...begun.map((operation) => operation.at)),
    // What a plan left behind that broke off is put back until the command ends.
    to: outcome === 'done' ? Math.max(...begun.map(({ end }) => end)) : at + (took ?? 0),
  }
}
