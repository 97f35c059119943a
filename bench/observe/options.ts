import { parseArgs } from 'node:util'
import { MEASURE_NAMES, type MeasureName } from './measures/index.ts'

export interface Options {
  /** How often each measure is taken. */
  readonly pairs: number
  /** Seconds of one window. */
  readonly seconds: number
  readonly only: readonly MeasureName[]
}

const USAGE = `npm run bench:observe -- [options]
  --pairs N           how often each measure is taken, on both sides where it compares (5)
  --seconds N         how long one window is (10)
  --only A,B          some measures only: ${MEASURE_NAMES.join(', ')}`

/** Reads the command line. Throws with the usage. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        pairs: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '10' },
        only: { type: 'string', default: MEASURE_NAMES.join() },
      },
    })
    return {
      pairs: wholeNumber('--pairs', values.pairs),
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
  const found = MEASURE_NAMES.find((name) => name === text)
  if (found) return found
  throw new Error(`There is no measure "${text}".`)
}
