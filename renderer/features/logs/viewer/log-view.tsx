import { useMemo, useRef } from 'react'
import { Notice } from '../../../components/notice.tsx'
import { attempt } from '../../../lib/notify.ts'
import { useWidth } from '../../../lib/use-width.ts'
import { useShoal } from '../../../store/store.ts'
import { Details } from '../details/details.tsx'
import { nameWidth } from '../paint/composer.ts'
import { listSources } from '../sources/list-sources.ts'
import { SourceList } from '../sources/source-list.tsx'
import { SourceMenu } from '../sources/source-menu.tsx'
import { useLogs } from '../state.ts'
import { Filters } from '../toolbar/filters.tsx'
import { SaveMenu } from '../toolbar/save-menu.tsx'
import { SearchBox } from '../toolbar/search-box.tsx'
import { Toolbar } from '../toolbar/toolbar.tsx'
import { copyLines, saveLines } from './export.ts'
import { LogLines } from './log-lines.tsx'
import styles from './log-view.module.css'
import { NoLines } from './no-lines.tsx'
import { SearchTrouble } from './search-trouble.tsx'
import { useLogKeys } from './use-log-keys.ts'
import { usePane } from './use-pane.ts'
import { useSession } from './use-session.ts'

/** Pixels below which the sources are a menu. */
const NARROW = 900

/** The logs of the project's containers. */
export function LogView({ directory }: { readonly directory: string }) {
  const snapshot = useShoal(({ snapshot }) => snapshot)
  const connected = useShoal(({ link }) => link === 'open')
  const { names, level, request, text, onlyMatches, details } = useLogs()
  const sources = useMemo(() => (snapshot ? listSources(snapshot) : []), [snapshot])
  const columns = nameWidth([
    ...(snapshot?.instances ?? []).map(({ index }) => ({ service: 'app', index })),
    ...(snapshot?.services ?? []).map(({ name }) => ({ service: name, index: 1 })),
  ])
  const { session, wanted, problem } = useSession(directory, columns)
  const { controller } = session
  const feed = session.state(({ feed }) => feed)
  const found = session.state(({ found }) => found)
  const empty = usePane(controller, ({ held }) => held === 0)
  const { ref, width } = useWidth<HTMLDivElement>()
  const input = useRef<HTMLInputElement>(null)
  const step = (by: 1 | -1) => void session.step(by)
  useLogKeys(input, step)

  const narrow = width < NARROW
  const bad = problem !== undefined || found.error !== null
  const name = `${snapshot?.project ?? 'shoal'}-${request ?? (names.join('-') || 'all')}`
  return (
    <div ref={ref} className={styles.view}>
      {!narrow && <SourceList sources={sources} />}
      <div className={styles.main}>
        <Toolbar
          sources={narrow && <SourceMenu sources={sources} />}
          search={<SearchBox input={input} found={found} bad={bad} onStep={step} />}
          save={
            <SaveMenu
              disabled={empty}
              onCopy={() => void attempt(() => copyLines(controller, wanted))}
              onSave={(format) => void attempt(() => saveLines(controller, wanted, format, name))}
            />
          }
        />
        <Filters controller={controller} />
        {bad && (
          <div className={styles.notice}>
            <SearchTrouble problem={problem} found={found} />
          </div>
        )}
        {/* A lost engine is told of above the whole window. */}
        {feed.kind === 'cut' && connected && !bad && (
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
          <div className={styles.lines}>
            <LogLines controller={controller} />
            {empty && feed.kind !== 'cut' && (
              <div className={styles.empty}>
                <NoLines
                  feed={feed}
                  down={snapshot?.state === 'down'}
                  filtered={level !== null || request !== null || (text !== '' && onlyMatches)}
                />
              </div>
            )}
          </div>
          {details && <Details controller={controller} />}
        </div>
      </div>
    </div>
  )
}
