import { create } from 'zustand'
import type { LevelFilter } from './lines/view.ts'
import type { Search } from './text/search.ts'

/** The tab of the logs; the others are terminals, by their ids. */
export const LOGS_TAB = 'logs'

interface LogsState extends Search {
  /** Whose logs are shown: services, instances (`app-2`); none for all. */
  readonly names: readonly string[]
  readonly levels: LevelFilter
  readonly onlyMatches: boolean
  readonly stamps: boolean
  readonly wrap: boolean
  readonly tab: string
}

/** How the logs are looked at: it is the same again when one comes back to them. */
export const useLogs = create<LogsState>(() => ({
  names: [],
  levels: 'all',
  text: '',
  regex: false,
  matchCase: false,
  onlyMatches: false,
  stamps: true,
  wrap: true,
  tab: LOGS_TAB,
}))

export function setLogs(change: Partial<LogsState>): void {
  useLogs.setState(change)
}
