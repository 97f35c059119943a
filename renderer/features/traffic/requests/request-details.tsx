import { ExternalLink, Repeat2, ScrollText, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { RequestRecord } from '../../../../contract/requests.ts'
import { Button, buttonClass } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { bytesText } from '../../../lib/format.ts'
import { instanceUrl } from '../../../model/instance-url.ts'
import { hrefOf } from '../../../store/route.ts'
import { servedColor, servedName } from '../served.ts'
import { latencyText } from '../words.ts'
import { canReplay } from './can-replay.ts'
import { momentText } from './moment.ts'
import styles from './request-details.module.css'
import { toneOf } from './tone.ts'

interface RequestDetailsProps {
  readonly entry: RequestRecord
  /** Where the stack answers; null when nothing is published. */
  readonly url: string | null
  readonly onReplay: () => void
  readonly onClose: () => void
}

/** All that is known of one request, and what can be done with it. */
export function RequestDetails({ entry, url, onReplay, onClose }: RequestDetailsProps) {
  const { method, uri, status, index, requestId } = entry
  const panel = useRef<HTMLElement>(null)
  const replayable = canReplay(method)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request is read from its top
  useEffect(() => {
    // What it returns is a promise in newer browsers, which React would take for a clean-up.
    panel.current?.scrollTo({ top: 0 })
  }, [entry.id])
  const alone = url !== null && index !== null ? new URL(uri, instanceUrl(url, index)).href : null
  return (
    /* biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */
    <section
      ref={panel}
      className={styles.panel}
      aria-label="Request"
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className={styles.head}>
        <span className={styles.status} data-tone={toneOf(status)}>
          {status === 0 ? 'cut off' : status}
        </span>
        <h3 className={styles.title}>
          <code>
            {method} {uri}
          </code>
        </h3>
        <IconButton label="Close the request" size="small" onClick={onClose}>
          <X size={14} />
        </IconButton>
      </header>
      <div className={styles.actions}>
        <Button
          size="small"
          look="primary"
          icon={<Repeat2 size={14} aria-hidden="true" />}
          disabled={!replayable}
          onClick={onReplay}
        >
          Replay on every instance
        </Button>
        {alone !== null && method === 'GET' && (
          <a className={buttonClass({ size: 'small' })} href={alone} target="_blank" rel="noreferrer">
            <ExternalLink size={13} aria-hidden="true" />
            Open on instance {index}
          </a>
        )}
        {requestId !== null && (
          <a className={buttonClass({ size: 'small' })} href={hrefOf('logs', { request: requestId })}>
            <ScrollText size={13} aria-hidden="true" />
            Show its logs
          </a>
        )}
      </div>
      {!replayable && (
        <p className={styles.note}>
          Only GET, HEAD and OPTIONS are replayed: a {method} could do again what it did.
        </p>
      )}
      <Facts entry={entry} />
      <Headers title="Request headers" headers={entry.requestHeaders} />
      <Headers title="Answer headers" headers={entry.responseHeaders} />
    </section>
    /* biome-ignore-end lint/a11y/noNoninteractiveTabindex: the end of it */
  )
}

function Facts({ entry }: { readonly entry: RequestRecord }) {
  const { index, at, duration, upstreamLatency, retries, bytesIn, bytesOut } = entry
  return (
    <dl className={styles.facts}>
      <Fact name="Instance">
        <span className={styles.instance} style={{ color: servedColor(index) }}>
          {servedName(index)}
        </span>
        {index === null && <span className={styles.soft}> itself</span>}
      </Fact>
      <Fact name="Answered">{momentText(at)}</Fact>
      <Fact name="Duration">
        {latencyText(duration)}
        {upstreamLatency !== null && (
          <span className={styles.soft}>, {latencyText(upstreamLatency)} until the instance answered</span>
        )}
      </Fact>
      <Fact name="Retries">{retries}</Fact>
      <Fact name="Size">
        {bytesText(bytesOut)}
        {bytesIn > 0 && <span className={styles.soft}>, {bytesText(bytesIn)} sent</span>}
      </Fact>
      <Fact name="Host">{entry.host}</Fact>
      <Fact name="Client">{entry.client}</Fact>
      <Fact name="Protocol">{entry.protocol}</Fact>
      <Fact name="Request id">{entry.requestId ?? 'none'}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Headers({
  title,
  headers,
}: {
  readonly title: string
  readonly headers: Readonly<Record<string, string>>
}) {
  const entries = Object.entries(headers)
  if (entries.length === 0) return null
  return (
    <section aria-label={title}>
      <h4 className={styles.subtitle}>{title}</h4>
      <dl className={styles.facts}>
        {entries.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
