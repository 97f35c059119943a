import { Download } from 'lucide-react'
import { useState } from 'react'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { link } from '../../../bridge/engine.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Segments } from '../../../components/segments.tsx'
import { attempt } from '../../../lib/notify.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { useNow } from '../../../lib/use-now.ts'
import { filterEntries, type TimelineFilter } from '../../../model/timeline.ts'
import styles from './activity.module.css'
import { Entry } from './entry.tsx'

interface TimelineProps {
  readonly entries: readonly TimelineEntry[]
  readonly project: string
  readonly directory: string
}

const FILTERS = [
  { value: 'all', label: 'All' },
  { value: 'commands', label: 'Commands' },
  { value: 'incidents', label: 'Incidents' },
] as const

const NOTHING: Readonly<Record<TimelineFilter, string>> = {
  all: 'Nothing has happened yet.',
  commands: 'No command was run yet.',
  incidents: 'Nothing went wrong, and nobody else changed anything.',
}

/** Entries that are shown before more are asked for. */
const PAGE = 50

/** What happened, newest first, whatever caused it. */
export function Timeline({ entries, project, directory }: TimelineProps) {
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const [open, setOpen] = useState<string | null>(null)
  const [count, setCount] = useState(PAGE)
  const now = useNow(5_000)
  const chosen = filterEntries(entries, filter)
  return (
    <>
      <div className={styles.tools}>
        <Segments label="Show" value={filter} options={FILTERS} onChange={setFilter} />
        <IconButton
          label="Save the timeline as JSON"
          size="small"
          onClick={() => void attempt(() => save(directory, project))}
        >
          <Download size={14} aria-hidden="true" />
        </IconButton>
      </div>
      {chosen.length === 0 ? (
        <p className={styles.empty}>{NOTHING[filter]}</p>
      ) : (
        <ol className={styles.history} aria-label="Timeline">
          {chosen.slice(0, count).map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              project={project}
              now={now}
              open={open === entry.id}
              onToggle={() => setOpen(open === entry.id ? null : entry.id)}
            />
          ))}
        </ol>
      )}
      {chosen.length > count && (
        <button type="button" className={styles.more} onClick={() => setCount(count + PAGE)}>
          Show earlier ones
        </button>
      )}
    </>
  )
}

async function save(directory: string, project: string): Promise<void> {
  const all = await link.call('timeline.export', { directory })
  saveFile(`${project}-timeline.json`, 'application/json', [JSON.stringify(all, null, 2), '\n'])
}
