import { type Second, type Traffic, unpackSeconds } from '../../contract/traffic.ts'
import { link } from '../bridge/engine.ts'
import { keepSeconds } from '../model/traffic.ts'
import type { Slice } from './types.ts'

/** What was said last: where it comes from, how exact it is, and the chosen time in figures. */
export type TrafficReport = Omit<Traffic, 'upstreams' | 'seconds'>

export interface TrafficSlice {
  /** Null until something shows it and the first report came. */
  traffic: TrafficReport | null
  /** The last minutes second by second, the oldest first, as far as they are known. */
  trafficSeconds: readonly Second[]
  /** Keeps the traffic of a project current. @param window seconds that the figures are about */
  watchTraffic(directory: string, window: number, signal: AbortSignal): void
}

export const trafficSlice: Slice<TrafficSlice> = (set) => ({
  traffic: null,
  trafficSeconds: [],
  watchTraffic(directory, window, signal) {
    void link.follow(
      'traffic.watch',
      { directory, window },
      ({ upstreams, seconds, ...traffic }) =>
        set(({ trafficSeconds }) => ({
          traffic,
          trafficSeconds: keepSeconds(trafficSeconds, unpackSeconds({ upstreams, seconds }), traffic.at),
        })),
      { signal },
    )
  },
})
