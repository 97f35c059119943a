import { ChevronDown, ChevronUp, Copy, ListFilter, Waypoints, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { LogRecord } from '../../../../contract/logs.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { toneColor } from '../sources/tone-color.ts'
import { followRequest, setLogs } from '../state.ts'
import { stripAnsi } from '../text/ansi.ts'
import { nameOf, stampText, toneOf } from '../text/columns.ts'
import { levelWord } from '../text/level.ts'
import type { LogController } from '../viewer/controller.ts'
import { copyRecord } from './copy-record.ts'
import styles from './details.module.css'
import { FieldList } from './field-list.tsx'

/** Everything that is known of the chosen record. */
export function Details({ controller }: { readonly controller: LogController }) {
  const record = useSyncExternalStore(controller.subscribe, controller.chosen)
  const step = (by: 1 | -1) => controller.move((pane) => pane.chooseNext(by))
  return (
    <aside className={styles.details} aria-label="Details">
      <header className={styles.head}>
        {record ? <Head record={record} /> : <span className={styles.none}>No line is chosen</span>}
        <IconButton size="small" label="Line before" disabled={!record} onClick={() => step(-1)}>
          <ChevronUp size={14} />
        </IconButton>
        <IconButton size="small" label="Next line" disabled={!record} onClick={() => step(1)}>
          <ChevronDown size={14} />
        </IconButton>
        <IconButton size="small" label="Close the details" onClick={() => setLogs({ details: false })}>
          <X size={14} />
        </IconButton>
      </header>
      {record && <Body record={record} />}
    </aside>
  )
}

function Head({ record }: { readonly record: LogRecord }) {
  const name = nameOf(record)
  return (
    <h2 className={styles.title}>
      <span className={styles.dot} style={{ background: toneColor(toneOf(record)) }} aria-hidden="true" />
      {name}
      {record.level !== null && (
        <span className={styles.level} data-level={record.level}>
          {levelWord(record.level)}
        </span>
      )}
      <time className={styles.time} dateTime={new Date(record.time).toISOString()}>
        {stampText(record.time)}
      </time>
    </h2>
  )
}

function Body({ record }: { readonly record: LogRecord }) {
  const name = nameOf(record)
  const entry = record.kind === 'log' ? record : undefined
  const request = entry?.request
  return (
    <div className={styles.body}>
      <div className={styles.actions}>
        {request !== undefined && (
          <Button
            size="small"
            icon={<Waypoints size={13} aria-hidden="true" />}
            onClick={() => followRequest(request)}
          >
            Follow request
          </Button>
        )}
        <Button
          size="small"
          icon={<ListFilter size={13} aria-hidden="true" />}
          onClick={() => setLogs({ names: [name] })}
        >
          Only {name}
        </Button>
        <Button
          size="small"
          icon={<Copy size={13} aria-hidden="true" />}
          onClick={() => void copyRecord(record)}
        >
          Copy
        </Button>
      </div>
      <p className={styles.message}>{messageOf(record)}</p>
      {entry?.fields && (
        <section className={styles.part} aria-label="Fields">
          <h3>Fields</h3>
          <FieldList fields={entry.fields} />
        </section>
      )}
      <dl className={styles.origin}>
        <dt>Container</dt>
        <dd>{record.container}</dd>
        <dt>Time</dt>
        <dd>{new Date(record.time).toISOString()}</dd>
        {entry && (
          <>
            <dt>Stream</dt>
            <dd>{entry.stream}</dd>
          </>
        )}
      </dl>
      {entry?.fields && (
        <details className={styles.part}>
          <summary>As it was written</summary>
          <pre className={styles.message}>{plain(entry.text)}</pre>
        </details>
      )}
    </div>
  )
}

function messageOf(record: LogRecord): string {
  if (record.kind === 'log' && record.fields) return record.message ?? ''
  return plain(record.text)
}

function plain(text: string): string {
  return text.split('\n').map(stripAnsi).join('\n')
}
