import { parseArgs } from 'node:util'

export const MEASURES = ['lifecycle', 'throughput', 'status', 'idle', 'lost'] as const
export type MeasureName = (typeof MEASURES)[number]

export interface Options {
  /** How often each measure is taken on both sides. */
  readonly pairs: number
  /** Seconds of load in one window of the throughput measure. */
  readonly window: number
  /** Seconds of idle watching. */
  readonly idle: number
  readonly only: readonly MeasureName[]
}

const USAGE = `npm run bench -- [options]
  --pairs N           how often each measure is taken on both sides (5)
  --window SECONDS    load in one window of the throughput measure (5)
  --idle SECONDS      how long idle watching is measured (60)
  --only A,B          some measures only: ${MEASURES.join(', ')}
  --quick             to try it: one pair, short windows`

/** Reads the command line. Throws with the usage. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        pairs: { type: 'string' },
        window: { type: 'string' },
        idle: { type: 'string' },
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
      },
    })
    const { quick } = values
    return {
      pairs: wholeNumber('--pairs', values.pairs ?? (quick ? '1' : '5')),
      window: wholeNumber('--window', values.window ?? (quick ? '2' : '5')),
      idle: wholeNumber('--idle', values.idle ?? (quick ? '10' : '60')),
      only: values.only === undefined ? MEASURES : values.only.split(',').map(measureName),
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new Error(`${option} takes a whole number from 1 to 9999, not "${text}".`)
}

function measureName(text: string): MeasureName {
  const found = MEASURES.find((name) => name === text)
  if (found) return found
  throw new Error(`There is no measure "${text}".`)
}
