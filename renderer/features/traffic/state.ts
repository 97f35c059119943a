import { create } from 'zustand'

/** Seconds that can be looked at. */
export const WINDOWS = [60, 300, 900] as const

export type Window = (typeof WINDOWS)[number]

interface TrafficState {
  /** Seconds that charts and figures are about. */
  readonly window: Window
  readonly paused: boolean
  /** Which requests are listed, as it is typed. */
  readonly filter: string
}

/** How the traffic is looked at: it is the same again when one comes back to it. */
export const useTraffic = create<TrafficState>(() => ({ window: 60, paused: false, filter: '' }))

export function setTraffic(change: Partial<TrafficState>): void {
  useTraffic.setState(change)
}
