import type { Measure } from './bench.ts'
import { measureLogs } from './logs.ts'
import { measureProxy } from './proxy.ts'
import { measureTraffic } from './traffic.ts'
import { measureWatching } from './watching.ts'

/** Every measure by the name that `--only` takes, in the order in which they are taken. */
export const MEASURES = {
  watching: measureWatching,
  proxy: measureProxy,
  logs: measureLogs,
  traffic: measureTraffic,
} satisfies Record<string, Measure>

export type MeasureName = keyof typeof MEASURES
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[]
