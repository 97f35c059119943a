import type { Level } from '../../../../contract/levels.ts'
import type { Look } from './span.ts'

/** Characters of the longest level. */
export const LEVEL_WIDTH = 'ERROR'.length

const LOOKS: Readonly<Record<Level, Look>> = {
  fatal: { tone: 'bad', attributes: [1] },
  error: { tone: 'bad', attributes: [1] },
  warn: { tone: 'warn', attributes: [1] },
  info: { tone: 'soft' },
  debug: { tone: 'faint' },
  trace: { tone: 'faint' },
}

/** A level in a word of at most five letters; empty when a record says nothing of it. */
export function levelWord(level: Level | null): string {
  return level?.toUpperCase() ?? ''
}

export function levelLook(level: Level | null): Look {
  return level === null ? {} : LOOKS[level]
}
