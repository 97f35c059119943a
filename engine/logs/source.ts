import type { Level } from '../../contract/levels.ts'
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
  /** Its lines are happenings, as JSON, each with a container of its own. */
  readonly events?: boolean
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
  /** Only records of this level or worse. */
  readonly level?: Level | undefined
  /** Only records of the request with this id. */
  readonly request?: string | undefined
  /** Only time, origin and text are wanted, which is quicker. */
  readonly plain?: boolean
  readonly signal?: AbortSignal
  /**
   * Only with `follow`: every container that matches, running or not, at once and again after each event that starts,
   * creates or removes one or brings the engine back. New containers are read whole, a log that ended is read on. It goes
   * on until this ends, which it must with the signal it is given.
   */
  readonly watchSources?: (signal: AbortSignal) => AsyncIterable<readonly LogSource[]>
}
