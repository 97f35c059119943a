import type { Shown } from '../lines/row-record.ts'
import { LEVEL_WIDTH, levelLook, levelWord } from './level.ts'
import type { Span, Tone } from './span.ts'

export interface Columns {
  readonly stamps: boolean
  /** Characters of the longest name. */
  readonly names: number
}

const APP = 'app'

/** What stands before a record's message: its time, who wrote it, and its level. Pure. */
export function columnsOf(record: Shown, { stamps, names }: Columns): Span[] {
  const note = record.kind === 'note'
  const name = note ? '' : nameOf(record)
  const level = note ? null : record.level
  return [
    ...(stamps ? [{ text: `${stampText(record.time)}  `, look: { tone: 'faint' as const } }] : []),
    {
      text: `${name.slice(0, names).padEnd(names)}  `,
      look: note ? {} : { tone: toneOf(record), attributes: [1] },
    },
    { text: `${levelWord(level).padEnd(LEVEL_WIDTH)} `, look: levelLook(level) },
  ]
}

/** Cells that they take. Pure. */
export function columnsWidth({ stamps, names }: Columns): number {
  return (stamps ? 'hh:mm:ss.mmm  '.length : 0) + names + 2 + LEVEL_WIDTH + 1
}

/** "app-2"; a service that is not scaled needs no number. */
export function nameOf({ service, index }: { readonly service: string; readonly index: number }): string {
  return service === APP || index > 1 ? `${service}-${index}` : service
}

/** Instances have their own colour; the services around them are told apart by their names. */
export function toneOf({ service, index }: { readonly service: string; readonly index: number }): Tone {
  return service === APP ? `instance-${index}` : 'soft'
}

/** Of several lines of one day only the time of day matters: "14:03:22.123". */
export function stampText(time: number): string {
  const date = new Date(time)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  return `${day}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
