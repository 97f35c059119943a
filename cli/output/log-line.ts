import { stripAnsi } from '../../contract/ansi.ts'
import type { LogRecord } from '../../contract/logs.ts'
import { readableAccessLine } from './access-line.ts'
import type { Paint, Painter } from './paint.ts'

/** Narrower names are padded to this from the start, so that the texts line up before every name was seen. */
const NAME_WIDTH = 'postgres-1'.length

interface LogStyle {
  /** Access logs are left as they are. */
  readonly raw?: boolean
  /** What the app chose itself is left out. */
  readonly plain?: boolean
}

/** Turns records into lines of text: a name in the container's own colour, then the line. */
export function logFormatter(
  paint: Paint,
  { raw = false, plain = false }: LogStyle = {},
): (record: LogRecord) => string {
  const palette = [
    paint.cyan,
    paint.yellow,
    paint.green,
    paint.magenta,
    paint.blue,
    paint.cyanBright,
    paint.yellowBright,
    paint.greenBright,
    paint.magentaBright,
    paint.blueBright,
  ]
  let width = NAME_WIDTH
  const prefixes = new Map<string, string>()
  const prefixOf = ({ service, index }: LogRecord): string => {
    const name = `${service}-${index}`
    const known = prefixes.get(name)
    if (known !== undefined) return known
    if (name.length > width) {
      width = name.length
      prefixes.clear()
    }
    const prefix = `${colourOf(service, index, palette)(`${name.padEnd(width)} |`)} `
    prefixes.set(name, prefix)
    return prefix
  }
  return (record) => {
    const prefix = prefixOf(record)
    if (record.kind === 'event') return `${prefix}${paint.dim(`* ${record.text}`)}\n`
    const written = plain ? stripAnsi(record.text) : record.text
    if (written.includes('\n'))
      return written
        .split('\n')
        .map((line) => `${prefix}${line}\n`)
        .join('')
    return `${prefix}${raw ? written : readableAccessLine(written)}\n`
  }
}

/** A record as a JSON document on a line of its own, its message always given. */
export function logDocument({ place: _place, ...record }: LogRecord): string {
  const complete =
    record.kind === 'log' ? { ...record, message: record.message ?? stripAnsi(record.text) } : record
  return `${JSON.stringify(complete)}\n`
}

/** The same instance has the same colour in every run; services start at different ones. */
function colourOf(service: string, index: number, palette: readonly Painter[]): Painter {
  let start = index
  for (const letter of service) start += letter.charCodeAt(0)
  return palette[start % palette.length] ?? String
}
