import type { Usage } from '../../contract/stats.ts'
import { link } from '../bridge/engine.ts'
import type { Slice } from './types.ts'

/** Seconds that a sparkline shows. */
export const SPAN = 60

/** What one container used lately, the newest value last. */
export interface UsageSeries {
  /** Seconds since the epoch, as uPlot wants them. */
  readonly times: readonly number[]
  readonly cpu: readonly number[]
  readonly memory: readonly number[]
  readonly last: Usage
}

export interface UsageSlice {
  usage: Readonly<Record<string, UsageSeries>>
  watchUsage(directory: string, signal: AbortSignal): void
}

export const usageSlice: Slice<UsageSlice> = (set) => ({
  usage: {},
  watchUsage(directory, signal) {
    void link.follow(
      'stats.watch',
      { directory },
      ({ at, containers }) =>
        set(({ usage }) => ({
          usage: Object.fromEntries(
            containers.map((container) => [container.name, extend(usage[container.name], container, at)]),
          ),
        })),
      { signal, onEnd: () => set({ usage: {} }) },
    )
  },
})

function extend(series: UsageSeries | undefined, last: Usage, at: number): UsageSeries {
  const add = (values: readonly number[] = [], value: number) => [...values.slice(1 - SPAN), value]
  return {
    times: add(series?.times, at / 1000),
    cpu: add(series?.cpu, last.cpu),
    memory: add(series?.memory, last.memory),
    last,
  }
}
