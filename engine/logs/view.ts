import type { LogFilter } from '../../contract/logs.ts'
import type { LogSource } from './source.ts'

/** What of a project's logs a reader is shown. */
export interface View {
  /** Whether a container is among those that are shown. */
  readonly wants: (origin: Pick<LogSource, 'name' | 'service' | 'index'>) => boolean
  readonly filter: LogFilter
}

/** Whether a view needs to look into a log. */
export function looksInto({ wants, filter }: View, source: LogSource): boolean {
  return source.events === true ? filter.events : wants(source)
}
