import type { RequestBatch, RequestRecord } from '../../../../contract/requests.ts'
import type { StreamInput } from '../../../../contract/streams.ts'
import { link } from '../../../bridge/engine.ts'
import type { RequestFilter } from './filter.ts'
import type { HeldList } from './held-list.ts'

/** Requests that the list holds. */
export const MOST = 1_000

/** Milliseconds between two looks at what came: the list moves no more often. */
const PAUSE = 250

export interface FeedState {
  readonly loading: boolean
  readonly source: RequestBatch['source']
  /** Requests that came faster than this window could take them. */
  readonly missed: number
}

export const LOADING: FeedState = { loading: true, source: 'starting', missed: 0 }

/** Puts the requests that match into a list until the signal fires, however often the stream is cut. */
export function followRequests(
  directory: string,
  filter: RequestFilter,
  list: HeldList<RequestRecord>,
  tell: (state: FeedState) => void,
  signal: AbortSignal,
): void {
  let first = true
  let missed = 0
  let waiting: RequestRecord[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    list.append(waiting)
    waiting = []
  }
  tell(LOADING)
  signal.addEventListener('abort', () => clearTimeout(timer))
  void link.follow(
    'requests.follow',
    { directory, filter: wireFilter(filter), tail: MOST },
    (batch) => {
      missed += batch.missed
      tell({ loading: false, source: batch.source, missed })
      if (first) {
        // A stream that was cut begins again with the last ones.
        list.replace(batch.requests)
        first = false
        return
      }
      waiting.push(...batch.requests)
      if (waiting.length > MOST) waiting = waiting.slice(-MOST)
      timer ??= setTimeout(flush, PAUSE)
    },
    {
      signal,
      onEnd: () => {
        first = true
        clearTimeout(timer)
        flush()
      },
    },
  )
}

function wireFilter({
  path,
  status,
  instance,
  slower,
  method,
}: RequestFilter): StreamInput<'requests.follow'>['filter'] {
  return {
    ...(path === '' ? {} : { path }),
    ...(status === null ? {} : { status }),
    ...(instance === null ? {} : { instances: [`app-${instance}`] }),
    ...(slower === null ? {} : { slowerThan: slower }),
    ...(method === null ? {} : { method }),
  }
}
