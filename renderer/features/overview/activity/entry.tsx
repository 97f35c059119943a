import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { clockText, sinceText, tookText } from '../../../lib/format.ts'
import { causeText, entryTitle, lossText, outcomeText } from '../../../model/timeline.ts'
import styles from './activity.module.css'
import { markOf } from './mark.ts'
import { Operations } from './operations.tsx'

interface EntryProps {
  readonly entry: TimelineEntry
  readonly project: string
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly open: boolean
  readonly onToggle: () => void
}

/** How long ago a moment must be to be told by the clock. Milliseconds. */
const LONG_AGO = 3_600_000

/** One thing that happened: what, when, what it cost; it opens to its cause and its operations. */
export function Entry({ entry, project, now, open, onToggle }: EntryProps) {
  const { Icon, look } = markOf(entry)
  const { at, took, error, operations, requests } = entry
  const ago = Math.max(0, now - at)
  const loss = lossText(entry)
  const isCommand = entry.kind === 'command'
  const facts = [...(isCommand ? [] : [causeText(entry)]), ...(took === null ? [] : [tookText(took)])]
  return (
    <li className={styles.entry}>
      <button type="button" className={styles.summary} aria-expanded={open} onClick={onToggle}>
        <Icon size={14} className={styles[look]} aria-hidden="true" />
        <span className={styles.name}>
          {entryTitle(entry)}
          <span className="visually-hidden">: {outcomeText(entry)}</span>
        </span>
        <span className={styles.took}>{ago < LONG_AGO ? `${sinceText(ago)} ago` : clockText(at)}</span>
        {(facts.length > 0 || loss) && (
          <span className={styles.cost}>
            {facts.join(' · ')}
            {facts.length > 0 && loss && ' · '}
            {loss && <span className={requests?.lost ? styles.bad : undefined}>{loss}</span>}
          </span>
        )}
      </button>
      {open && (
        <div className={styles.detail}>
          <p className={styles.message}>
            {isCommand && `${outcomeText(entry)}, ${causeText(entry)}, `}
            {new Date(at).toLocaleDateString('en-CA')} {clockText(at)}
          </p>
          {error && (
            <p className={styles.message}>
              {error.message} {error.hint}
            </p>
          )}
          {requests && !requests.counted && (
            <p className={styles.message}>
              Caddy was restarted meanwhile: requests that came while it was away are not counted.
            </p>
          )}
          <Operations operations={operations} project={project} />
        </div>
      )}
    </li>
  )
}
