import type { ErrorData } from '../../../../contract/errors.ts'
import type { LogRecord } from '../../../../contract/logs.ts'
import type { LogLine } from '../../../../contract/models.ts'
import { link } from '../../../bridge/engine.ts'
import { countText } from '../../../lib/format.ts'
import { Marks } from './resume.ts'

/** Lines of each container from its end with which a log begins. */
const TAIL = 2_000

export type FeedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'live' }
  /** The stream was cut and is opened again; what was read stays. */
  | { readonly kind: 'cut'; readonly error: ErrorData | undefined }

export interface FeedReader {
  /** The lines that come now take the place of all before. */
  begin(): void
  append(lines: readonly LogLine[]): void
  tell(state: FeedState): void
}

/** Follows the logs of a project until the signal fires, however often the stream is cut. */
export function followFeed(
  { directory, names }: { directory: string; names: readonly string[] },
  reader: FeedReader,
  signal: AbortSignal,
): void {
  const marks = new Marks()
  let state: FeedState['kind'] = 'loading'
  let isNew = (_line: LogLine) => true
  const become = (next: FeedState) => {
    state = next.kind
    reader.tell(next)
  }
  reader.tell({ kind: 'loading' })
  void link.follow(
    'logs.follow',
    { directory, names: [...names], tail: TAIL },
    ({ records, skipped }) => {
      if (state === 'loading') reader.begin()
      if (state === 'cut') isNew = marks.resume()
      if (state !== 'live') become({ kind: 'live' })
      const fresh = records.flatMap(linesOf).filter(isNew)
      marks.note(fresh)
      const [next] = fresh
      if (skipped > 0) reader.append([noteLine(skipText(skipped), next?.time ?? Date.now())])
      if (fresh.length > 0) reader.append(fresh)
    },
    {
      signal,
      onEnd: (error) => {
        // The engine says what it could not do before it had read anything, too.
        if (state === 'live' || error) become({ kind: 'cut', error: error?.toData() })
      },
    },
  )
}

/** A record as the lines that are shown of it. */
function linesOf(record: LogRecord): LogLine[] {
  const { time, service, container, index } = record
  if (record.kind === 'event') return [noteLine(`${service}-${index} ${record.text}`, time)]
  const { stream } = record
  return record.text.split('\n').map((text) => ({ time, service, container, index, stream, text }))
}

/** A line that no container wrote: what Shoal says in between. */
function noteLine(text: string, time: number): LogLine {
  return { time, service: '', container: '', index: 0, stream: 'stdout', text }
}

function skipText(skipped: number): string {
  return `${countText(skipped, 'line')} came faster than this window could show them and ${skipped === 1 ? 'was' : 'were'} skipped`
}
