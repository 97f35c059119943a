import { Ban, Check, CircleAlert, Unplug } from 'lucide-react'
import { useState } from 'react'
import type { HistoryEntry } from '../../../../contract/history.ts'
import { RunList } from '../../../components/run-list.tsx'
import { clockText, sinceText, tookText } from '../../../lib/format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { commandWords } from '../../../model/operation-words.ts'
import styles from './activity.module.css'

interface HistoryProps {
  readonly entries: readonly HistoryEntry[]
  readonly project: string
}

const OUTCOMES = {
  done: { Icon: Check, look: styles.good, words: 'done' },
  failed: { Icon: CircleAlert, look: styles.bad, words: 'failed' },
  cancelled: { Icon: Ban, look: styles.faint, words: 'cancelled' },
  superseded: { Icon: Ban, look: styles.faint, words: 'a newer one took its place' },
  interrupted: { Icon: Unplug, look: styles.bad, words: 'Shoal was killed' },
} as const

/** How long ago a moment must be to be told by the clock. Milliseconds. */
const LONG_AGO = 3_600_000

/** What was done, newest first; each opens to its operations. */
export function History({ entries, project }: HistoryProps) {
  const [open, setOpen] = useState<string | null>(null)
  const now = useNow(5_000)
  return (
    <ol className={styles.history}>
      {entries.map((entry) => {
        const { Icon, look, words } = OUTCOMES[entry.outcome]
        const ago = Math.max(0, now - entry.at)
        return (
          <li key={entry.id} className={styles.entry}>
            <button
              type="button"
              className={styles.summary}
              aria-expanded={open === entry.id}
              onClick={() => setOpen(open === entry.id ? null : entry.id)}
            >
              <Icon size={14} className={look} aria-hidden="true" />
              <span className={styles.name}>
                {commandWords(entry.command)}
                <span className="visually-hidden">: {words}</span>
              </span>
              <span className={styles.took}>
                {ago < LONG_AGO ? `${sinceText(ago)} ago` : clockText(entry.at)}
              </span>
            </button>
            {open === entry.id && (
              <div className={styles.detail}>
                <p className={styles.message}>
                  {words}
                  {entry.took !== null && ` in ${tookText(entry.took)}`} at {clockText(entry.at)}
                </p>
                {entry.error && (
                  <p className={styles.message}>
                    {entry.error.message} {entry.error.hint}
                  </p>
                )}
                <RunList project={project} operations={entry.operations} />
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
