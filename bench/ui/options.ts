import { parseArgs } from 'node:util'

export const MEASURES = ['screen', 'scripts', 'killed', 'flood'] as const
export type MeasureName = (typeof MEASURES)[number]

export interface Options {
  /** How often each measure is taken. */
  readonly times: number
  /** Seconds of the flood of log lines. */
  readonly seconds: number
  readonly only: readonly MeasureName[]
}

const USAGE = `npm run bench:ui -- [options]
  --times N           how often each measure is taken (7)
  --seconds N         how long log lines flood in (30)
  --only A,B          some measures only: ${MEASURES.join(', ')}`

/** Reads the command line. Throws with the usage. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        times: { type: 'string', default: '7' },
        seconds: { type: 'string', default: '30' },
        only: { type: 'string', default: MEASURES.join() },
      },
    })
    return {
      times: wholeNumber('--times', values.times),
      seconds: wholeNumber('--seconds', values.seconds),
      only: values.only.split(',').map(measureName),
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new Error(`${option} takes a whole number from 1 to 999, not "${text}".`)
}

function measureName(text: string): MeasureName {
  const found = MEASURES.find((name) => name === text)
  if (found) return found
  throw new Error(`There is no measure "${text}".`)
}
