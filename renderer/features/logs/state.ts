import { create } from 'zustand'
import type { Choice } from './lines/wanted.ts'

/** The tab of the logs; the others are terminals, by their ids. */
export const LOGS_TAB = 'logs'

interface LogsState extends Choice {
  readonly stamps: boolean
  readonly wrap: boolean
  /** Whether the app's own colours are kept. */
  readonly colours: boolean
  /** Whether everything about the chosen record is shown. */
  readonly details: boolean
  readonly tab: string
}

/** What leaves no record out. */
export const EVERYTHING = {
  names: [],
  level: null,
  request: null,
  text: '',
  onlyMatches: false,
} as const satisfies Partial<Choice>

/** How the logs are looked at: it is the same again when one comes back to them. */
export const useLogs = create<LogsState>(() => ({
  ...EVERYTHING,
  events: true,
  regex: false,
  matchCase: false,
  stamps: true,
  wrap: true,
  colours: true,
  details: false,
  tab: LOGS_TAB,
}))

/** What was looked at before the lines of one request. */
let former: Pick<Choice, 'names' | 'level'> = EVERYTHING

/** Shows the lines of one request, whoever wrote them. */
export function followRequest(request: string): void {
  const { names, level, request: present } = useLogs.getState()
  if (present === null) former = { names, level }
  setLogs({ request, names: [], level: null })
}

/** Shows what was looked at before. */
export function leaveRequest(): void {
  setLogs({ request: null, ...former })
}

export function setLogs(change: Partial<LogsState>): void {
  useLogs.setState(change)
}
