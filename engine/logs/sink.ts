import type { LogEntry } from '../docker/gateway.ts'
import type { Bell } from './bell.ts'
import type { LogSource } from './source.ts'

/** Where the lines of one log go as they are read. */
export interface Sink {
  readonly source: LogSource
  /** Rung when the log may have more to read. */
  readonly more: Bell
  /** The log is no longer among the sources. */
  gone: boolean
  /** Takes a line. Returns whether there is room for another one. */
  push(entry: LogEntry): boolean
  /** Resolves when there is room again. */
  room(): Promise<void>
  /** `reading`: lines may come at any time. `paused`: the log ended for now. `ended`: for good. */
  become(state: 'reading' | 'paused' | 'ended'): void
  /** Lets a reader that waits for room or for more go, so that it sees the signal. */
  close(): void
}
