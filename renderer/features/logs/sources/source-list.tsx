import { Check } from 'lucide-react'
import { setLogs, useLogs } from '../state.ts'
import { type Source, toggled } from './list-sources.ts'
import styles from './source-list.module.css'
import { toneColor } from './tone-color.ts'

/** Whose logs are shown. A name shows only that one; the box before it adds it to others. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  const names = useLogs(({ names }) => names)
  return (
    <nav className={styles.list} aria-label="Sources">
      <div className={styles.row}>
        <button
          type="button"
          className={styles.name}
          aria-pressed={names.length === 0}
          onClick={() => setLogs({ names: [] })}
        >
          All
        </button>
      </div>
      {sources.map((source) => (
        <SourceRow key={source.name} source={source} names={names} />
      ))}
    </nav>
  )
}

function SourceRow({ source, names }: { readonly source: Source; readonly names: readonly string[] }) {
  const { name, label, nested, running, tone } = source
  const included = names.includes(name)
  return (
    <div className={`${styles.row} ${nested ? styles.nested : ''}`} data-running={running}>
      <button
        type="button"
        aria-pressed={included}
        aria-label={`Include ${label}`}
        className={styles.box}
        style={{ color: toneColor(tone) }}
        onClick={() => setLogs({ names: toggled(names, name) })}
      >
        {included ? (
          <Check size={11} strokeWidth={3.5} aria-hidden="true" />
        ) : (
          <span className={styles.dot} />
        )}
      </button>
      <button
        type="button"
        className={styles.name}
        aria-pressed={included}
        onClick={() => setLogs({ names: names.length === 1 && included ? [] : [name] })}
      >
        {label}
        {!running && <span className={styles.still}>stopped</span>}
      </button>
    </div>
  )
}
