import type { LogLine } from '../../../../contract/models.ts'
import { LEVELS, type Level, levelWord } from './level.ts'
import type { Look, Span, Tone } from './span.ts'

export interface Columns {
  readonly stamps: boolean
  /** Characters of the longest name. */
  readonly names: number
}

const LEVEL_WIDTH = 'ERROR'.length
const APP = 'app'

const LEVEL_LOOKS: Readonly<Record<Level, Look>> = {
  [LEVELS.none]: {},
  [LEVELS.debug]: { tone: 'faint' },
  [LEVELS.info]: { tone: 'soft' },
  [LEVELS.warn]: { tone: 'warn', attributes: [1] },
  [LEVELS.error]: { tone: 'bad', attributes: [1] },
}

/** What stands before a line's message: its time, who wrote it, and its level. Pure. */
export function columnsOf(line: LogLine, level: Level, { stamps, names }: Columns): Span[] {
  const name = line.container === '' ? '' : nameOf(line)
  return [
    ...(stamps ? [{ text: `${stampText(line.time)}  `, look: { tone: 'faint' as const } }] : []),
    { text: `${name.slice(0, names).padEnd(names)}  `, look: { tone: toneOf(line), attributes: [1] } },
    { text: `${levelWord(level).padEnd(LEVEL_WIDTH)} `, look: LEVEL_LOOKS[level] },
  ]
}

/** "app-2"; a service that is not scaled needs no number. */
export function nameOf({ service, index }: Pick<LogLine, 'service' | 'index'>): string {
  return service === APP || index > 1 ? `${service}-${index}` : service
}

/** Instances have their own colour; the services around them are told apart by their names. */
export function toneOf({ service, index }: Pick<LogLine, 'service' | 'index'>): Tone {
  return service === APP ? `instance-${index}` : 'soft'
}

/** Of several lines of one day only the time of day matters: "14:03:22.123". */
export function stampText(time: number): string {
  const date = new Date(time)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  return `${day}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
