import type { ErrorData } from '../../../../contract/errors.ts'
import type { LogRecord } from '../../../../contract/logs.ts'
import { link } from '../../../bridge/engine.ts'
import type { Wanted } from './wanted.ts'

export type FeedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'live' }
  /** The stream was cut and is opened again; what was read stays. */
  | { readonly kind: 'cut'; readonly error: ErrorData | undefined }

export interface FeedReader {
  /** Where to go on: what was read before is still there. */
  after(): number | undefined
  /** What comes now takes the place of all before. Resolves when what was written before is there, too. */
  begin(): Promise<void>
  append(records: readonly LogRecord[], skipped: number): void
  tell(state: FeedState): void
}

/** Follows the log of a project until the signal fires, however often the stream is cut. */
export function followFeed(wanted: Wanted, reader: FeedReader, signal: AbortSignal): void {
  let state: FeedState['kind'] = 'loading'
  const become = (next: FeedState) => {
    state = next.kind
    reader.tell(next)
  }
  const live = () => {
    if (state !== 'live' && !signal.aborted) become({ kind: 'live' })
  }
  const giveUp = new AbortController()
  reader.tell({ kind: 'loading' })
  const input = () => {
    const after = reader.after()
    // The last lines of each container would leave gaps in what is older: that is fetched as a whole.
    return { ...wanted, tail: 0, ...(after === undefined ? {} : { after }) }
  }
  void link.follow(
    'logs.follow',
    input,
    ({ records, skipped, anew }) => {
      if (anew) void reader.begin().then(live)
      else live()
      if (records.length > 0 || skipped > 0) reader.append(records, skipped)
    },
    {
      signal: AbortSignal.any([signal, giveUp.signal]),
      onEnd: (error) => {
        // What is asked for makes no sense, and will make none later.
        if (error?.code === 'usage') giveUp.abort()
        // The engine says what it could not do before it had read anything, too.
        if (state === 'live' || error) become({ kind: 'cut', error: error?.toData() })
      },
    },
  )
}
