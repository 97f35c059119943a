import type { ErrorData } from '../../../../contract/errors.ts'
import type { LogRecord } from '../../../../contract/logs.ts'
import { link } from '../../../bridge/engine.ts'
import type { Wanted } from './wanted.ts'

/** Records of each container from its end with which a log begins. */
const TAIL = 2_000

export type FeedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'live' }
  /** The stream was cut and is opened again; what was read stays. */
  | { readonly kind: 'cut'; readonly error: ErrorData | undefined }

export interface FeedReader {
  /** Where to go on: what was read before is still there. */
  after(): number | undefined
  /** What comes now takes the place of all before. */
  begin(): void
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
  const giveUp = new AbortController()
  reader.tell({ kind: 'loading' })
  const input = () => {
    const after = reader.after()
    return { ...wanted, tail: TAIL, ...(after === undefined ? {} : { after }) }
  }
  void link.follow(
    'logs.follow',
    input,
    ({ records, skipped, anew }) => {
      if (anew) reader.begin()
      if (state !== 'live') become({ kind: 'live' })
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
