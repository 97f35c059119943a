import { InstanceDot } from './instance-dot.tsx'

type Props = { name: string; uptime: number; node: string; pid: number }

export function ServedBy({ name, uptime, node, pid }: Props) {
  return (
    <section className="hero">
      <div>
        <p className="eyebrow">This page was served by</p>
        <h1>
          <InstanceDot name={name} />
          {name}
        </h1>
        <p className="muted facts">
          <span>up {duration(uptime)}</span>
          <span>Node {node.slice(1)}</span>
          <span>process {pid}</span>
        </p>
      </div>
      {/* A plain link: each load is a new request, which the proxy may give to another instance. */}
      <a className="button" href="/">
        Load again
      </a>
    </section>
  )
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
