import type { Part } from '../../contract/models.ts'

/** How far a pull or a build is as a whole. */
export interface Transfer {
  readonly kind: 'layers' | 'steps'
  /** How many of its parts are done, and of how many. */
  readonly done: number
  readonly count: number
  /** Bytes that are here, and that are known to come; both zero when nobody knows. */
  readonly here: number
  readonly bytes: number
  /** From 0 to 1. It does not go back while the same parts go on. */
  readonly share: number
}

/** What downloading is of the work on a layer; extracting is the rest. */
const DOWNLOAD = 0.8

/** Sums up the parts of an operation; null when it has none. Pure. */
export function transferOf(parts: readonly Part[]): Transfer | null {
  if (parts.length === 0) return null
  const count = Math.max(parts.length, ...parts.map(announced))
  return {
    kind: parts.some(isStep) ? 'steps' : 'layers',
    done: parts.filter(isDone).length,
    count,
    here: sum(parts, bytesHere),
    bytes: sum(parts, ({ total }) => total),
    share: sum(parts, shareOf) / count,
  }
}

/** Whether a part is a step of a build instead of a layer. */
export function isStep({ name, state }: Part): boolean {
  return state === 'running' || /^step\b/i.test(name)
}

/** How many steps a build says that it has: they are known one after another. */
function announced({ name }: Part): number {
  return Number(/^step \d+\/(\d+)/i.exec(name)?.[1] ?? 0)
}

/** How far one part is, from 0 to 1. */
export function shareOf(part: Part): number {
  if (isDone(part)) return 1
  const share = part.total > 0 ? Math.min(1, part.done / part.total) : 0
  if (part.state === 'downloading') return DOWNLOAD * share
  return part.state === 'extracting' ? DOWNLOAD + (1 - DOWNLOAD) * share : 0
}

function isDone({ state }: Part): boolean {
  return state === 'done'
}

/** A layer that is being extracted counts anew from zero, and is all here. */
function bytesHere(part: Part): number {
  return isDone(part) || part.state === 'extracting' ? part.total : Math.min(part.done, part.total)
}

function sum(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((all, part) => all + of(part), 0)
}
