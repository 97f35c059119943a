import type { LogLine } from '../../contract/models.ts'
import { readableAccessLine } from './access-line.ts'
import type { Paint, Painter } from './paint.ts'

/** Narrower names are padded to this from the start, so that the texts line up before every name was seen. */
const NAME_WIDTH = 'postgres-1'.length

/** Turns log lines into text: a name in the container's own colour, then the line; `raw` leaves access logs alone. */
export function logFormatter(paint: Paint, raw = false): (line: LogLine) => string {
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
  return ({ service, index, text }) => {
    const name = `${service}-${index}`
    width = Math.max(width, name.length)
    return `${colourOf(service, index, palette)(`${name.padEnd(width)} |`)} ${raw ? text : readableAccessLine(text)}`
  }
}

/** The same instance has the same colour in every run; services start at different ones. */
function colourOf(service: string, index: number, palette: readonly Painter[]): Painter {
  let start = index
  for (const letter of service) start += letter.charCodeAt(0)
  return palette[start % palette.length] ?? String
}
