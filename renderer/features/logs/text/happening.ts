import type { LogEvent } from '../../../../contract/logs.ts'
import type { Span, Tone } from './span.ts'

/** A sign for each, told apart by its shape. All of them are in the fonts of every system. */
const SIGNS: Readonly<Record<LogEvent['happening'], string>> = {
  created: '+',
  started: '▶',
  restarted: '↻',
  'probe-failed': '×',
  healthy: '✓',
  joined: '→',
  left: '←',
  oom: '▲',
  died: '■',
  removed: '−',
}

const TONES: Readonly<Record<LogEvent['level'], Tone>> = {
  fatal: 'bad',
  error: 'bad',
  warn: 'warn',
  info: 'good',
  debug: 'soft',
  trace: 'soft',
}

/** Something that happened to an instance, as a line: "■ died (exit code 137)". Pure. */
export function happeningSpans({
  happening,
  level,
  text,
}: Pick<LogEvent, 'happening' | 'level' | 'text'>): Span[] {
  return [
    { text: `${SIGNS[happening]} `, look: { tone: TONES[level], attributes: [1] } },
    { text, look: { attributes: [1] } },
  ]
}
