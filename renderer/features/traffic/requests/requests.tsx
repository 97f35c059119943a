import { useEffect, useMemo, useState } from 'react'
import type { RequestRecord } from '../../../../contract/requests.ts'
import { useVisible } from '../../../lib/use-visible.ts'
import { ReplayDialog } from '../replay/replay-dialog.tsx'
import { setTraffic, useTraffic } from '../state.ts'
import { countText } from '../words.ts'
import { type FeedState, followRequests, LOADING, MOST } from './feed.ts'
import { parseFilter } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { HeldList } from './held-list.ts'
import { NoRequests } from './no-requests.tsx'
import { RequestDetails } from './request-details.tsx'
import { RequestList } from './request-list.tsx'
import styles from './requests.module.css'

/** Milliseconds after the last key until the filter is taken. */
const QUIET = 200

interface RequestsProps {
  readonly directory: string
  /** Where the stack answers; null when nothing is published. */
  readonly url: string | null
  /** Those that can be filtered by. */
  readonly instances: readonly number[]
}

/** Request by request: those that match, what is known of the one that is chosen, and the way to ask every instance the same. */
export function Requests({ directory, url, instances }: RequestsProps) {
  const text = useTraffic(({ filter }) => filter)
  const paused = useTraffic(({ paused }) => paused)
  const visible = useVisible()
  const { filter, problem } = useMemo(() => parseFilter(text), [text])
  const [list] = useState(() => new HeldList<RequestRecord>(MOST))
  const [feed, setFeed] = useState<FeedState>(LOADING)
  const [chosen, setChosen] = useState<RequestRecord | null>(null)
  const [replayed, setReplayed] = useState<RequestRecord | null>(null)
  const wanted = JSON.stringify(filter)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list
  useEffect(() => {
    setChosen(null)
    list.clear()
  }, [list, wanted])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is the same as long as its text is
  useEffect(() => {
    if (paused || !visible) return
    const stop = new AbortController()
    const timer = setTimeout(() => followRequests(directory, filter, list, setFeed, stop.signal), QUIET)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [directory, list, wanted, paused, visible])

  return (
    <section className={styles.requests} aria-label="Request list">
      <header className={styles.bar}>
        <h2 className={styles.title}>Requests</h2>
        <FilterBar
          text={text}
          problem={problem}
          instances={instances}
          onChange={(filter) => setTraffic({ filter })}
        />
        {feed.missed > 0 && (
          <span className={styles.missed} title="The figures count them all.">
            {countText(feed.missed)} not listed
          </span>
        )}
      </header>
      <div className={styles.body}>
        <RequestList list={list} paused={paused} selected={chosen?.id ?? null} onSelect={setChosen} />
        <NoRequests list={list} loading={feed.loading && !paused} filtered={text.trim() !== ''} />
        {chosen && (
          <RequestDetails
            entry={chosen}
            url={url}
            onReplay={() => setReplayed(chosen)}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
      {replayed && (
        <ReplayDialog directory={directory} url={url} entry={replayed} onClose={() => setReplayed(null)} />
      )}
    </section>
  )
}
