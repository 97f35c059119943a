import { useEffect, useMemo, useRef, useState } from 'react'
import { Notice } from '../../../components/notice.tsx'
import { useWidth } from '../../../lib/use-width.ts'
import { useShoal } from '../../../store/store.ts'
import { type FeedState, followFeed } from '../lines/feed.ts'
import { nameWidth } from '../paint/composer.ts'
import { listSources } from '../sources/list-sources.ts'
import { SourceList } from '../sources/source-list.tsx'
import { SourceMenu } from '../sources/source-menu.tsx'
import { useLogs } from '../state.ts'
import { compileSearch } from '../text/search.ts'
import { SearchBox } from '../toolbar/search-box.tsx'
import { Toolbar } from '../toolbar/toolbar.tsx'
import { LogController } from './controller.ts'
import { copyLines, saveLines } from './export.ts'
import { LogLines } from './log-lines.tsx'
import styles from './log-view.module.css'
import { NoLines } from './no-lines.tsx'
import { usePane } from './use-pane.ts'
import { useSearchKeys } from './use-search-keys.ts'

/** Pixels below which the sources are a menu. */
const NARROW = 900

/** The logs of the project's containers. */
export function LogView({ directory }: { readonly directory: string }) {
  const snapshot = useShoal(({ snapshot }) => snapshot)
  const link = useShoal(({ link }) => link)
  const { names, levels, onlyMatches, stamps, wrap, text, regex, matchCase } = useLogs()
  const [controller] = useState(() => new LogController())
  const [feed, setFeed] = useState<FeedState>({ kind: 'loading' })
  const { ref, width } = useWidth<HTMLDivElement>()
  const input = useRef<HTMLInputElement>(null)
  const matches = usePane(controller, ({ matches }) => matches)
  const at = usePane(controller, ({ at }) => at)
  const searching = usePane(controller, ({ searching }) => searching)
  const empty = usePane(controller, ({ shown }) => shown === 0)
  const sources = useMemo(() => (snapshot ? listSources(snapshot) : []), [snapshot])
  const search = useMemo(() => compileSearch({ text, regex, matchCase }), [text, regex, matchCase])
  const problem = 'problem' in search ? search.problem : undefined
  const expression = 'expression' in search ? search.expression : undefined
  const columns = nameWidth([
    ...(snapshot?.instances ?? []).map(({ index }) => ({ service: 'app', index })),
    ...(snapshot?.services ?? []).map(({ name }) => ({ service: name, index: 1 })),
  ])
  const step = (by: 1 | -1) => controller.move((pane) => pane.step(by))
  useSearchKeys(input, step)

  useEffect(() => {
    const stop = new AbortController()
    const reader = {
      begin: () => controller.begin(),
      append: (lines: Parameters<LogController['append']>[0]) => controller.append(lines),
      tell: setFeed,
    }
    followFeed({ directory, names }, reader, stop.signal)
    return () => stop.abort()
  }, [controller, directory, names])
  useEffect(
    () => controller.filter({ levels, expression, onlyMatches }),
    [controller, levels, expression, onlyMatches],
  )
  useEffect(() => controller.look({ stamps, wrap, names: columns }), [controller, stamps, wrap, columns])

  const narrow = width < NARROW
  const none = feed.kind === 'live' && empty && !searching
  return (
    <div ref={ref} className={styles.view}>
      {!narrow && <SourceList sources={sources} />}
      <div className={styles.main}>
        <Toolbar
          sources={narrow && <SourceMenu sources={sources} />}
          search={
            <SearchBox
              input={input}
              matches={matches}
              at={at}
              searching={searching}
              problem={problem}
              onStep={step}
            />
          }
          empty={empty}
          onCopy={() => void copyLines(controller)}
          onSave={() =>
            void saveLines(controller, `${snapshot?.project ?? 'shoal'}-${names.join('-') || 'all'}`)
          }
        />
        {/* A lost engine is told of above the whole window. */}
        {feed.kind === 'cut' && link === 'open' && (
          <div className={styles.notice}>
            <Notice
              tone="warn"
              hint={feed.error?.hint || 'They go on by themselves once they can be read again.'}
            >
              {feed.error?.message ?? 'The logs cannot be followed at the moment.'}
            </Notice>
          </div>
        )}
        <div className={styles.body}>
          <LogLines controller={controller} />
          {(none || (feed.kind === 'loading' && empty)) && (
            <div className={styles.empty}>
              <NoLines
                feed={feed}
                down={snapshot?.state === 'down'}
                filtered={text !== '' || levels !== 'all'}
              />
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
