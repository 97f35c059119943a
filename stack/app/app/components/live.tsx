'use client'

import { type LiveState, useLive } from '../use-live.ts'
import { InstanceDot } from './instance-dot.tsx'

const LABELS: Record<LiveState['status'], string> = {
  connecting: 'Connecting',
  open: 'Live',
  waiting: 'Connecting again',
}

export function Live() {
  const { status, ticks, losses } = useLive()
  const latest = ticks[0]
  return (
    <section className="card">
      <div className="bar">
        <h2>WebSocket</h2>
        <span className="pill push" data-status={status} role="status">
          {LABELS[status]}
        </span>
      </div>
      <p className="live-name">
        {latest === undefined ? (
          <span className="faint">No instance yet</span>
        ) : (
          <>
            <InstanceDot name={latest.instance} />
            {latest.instance}
          </>
        )}
      </p>
      <dl className="stats">
        <Stat label="Visits in memory" value={latest?.visits} />
        <Stat label="Requests" value={latest?.requests} />
        <Stat label="Open sockets" value={latest?.sockets} />
        <Stat label="Reconnects" value={losses} />
      </dl>
      <ol className="ticks mono" aria-label="Latest ticks">
        {ticks.map((tick) => (
          <li key={tick.time}>
            <time>{new Date(tick.time).toLocaleTimeString('en-GB')}</time>
            <InstanceDot name={tick.instance} />
            <span className="name">{tick.instance}</span>
            <span className="push">{tick.requests.toLocaleString('en')} req</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Stat({ label, value }: { label: string; value: number | undefined }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value?.toLocaleString('en') ?? '–'}</dd>
    </div>
  )
}
