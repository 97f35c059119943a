import type { LogEntry, LogOptions } from '../docker/gateway.ts'

/** A log that is read. */
export interface LogSource {
  /** The container's id. */
  readonly id: string
  /** The container's name. */
  readonly name: string
  readonly service: string
  readonly index: number
  /** A log that the container keeps besides what Docker keeps for it; it follows the rules of the gateway's `logs`. */
  readonly own?: OwnLog
}

export interface OwnLog {
  readonly name: string
  read(options: LogOptions): AsyncIterable<LogEntry>
}

/** Tells the logs of one container apart, and the logs of several. */
export function keyOf({ id, own }: LogSource): string {
  return own === undefined ? id : `${id} ${own.name}`
}

export interface LogQuery {
  readonly follow?: boolean
  /** Lines per log from its end; all of them by default. */
  readonly tail?: number | 'all'
  /** Milliseconds since the epoch. */
  readonly since?: number
  /** A regular expression that a line's text must match. */
  readonly grep?: string
  readonly signal?: AbortSignal
  /**
   * Only with `follow`: every container that matches, running or not, at once and again after each event that starts,
   * creates or removes one or brings the engine back. New containers are read whole, a log that ended is read on. It goes
   * on until this ends, which it must with the signal it is given.
   */
  readonly watchSources?: (signal: AbortSignal) => AsyncIterable<readonly LogSource[]>
}
