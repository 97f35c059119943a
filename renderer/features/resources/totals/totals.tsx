import type { ReactNode } from 'react'
import { ShareBar } from '../../../components/share-bar.tsx'
import { bytesText, coresText, rateText } from '../../../lib/format.ts'
import type { ResourceRow } from '../../../model/resource-rows.ts'
import { totalsOf } from '../../../model/totals.ts'
import type { UsageNow } from '../../../model/usage-now.ts'
import styles from './totals.module.css'

interface TotalsProps {
  readonly rows: readonly ResourceRow[]
  /** What the engine's machine has; null before the first report. */
  readonly machine: UsageNow['machine'] | null
}

/** What the project uses in all, beside what there is. */
export function Totals({ rows, machine }: TotalsProps) {
  const totals = totalsOf(rows)
  const cores = machine ? `${coresText(totals.cores)} of ${coresText(machine.cpus)} cores` : '–'
  const memory = machine ? `${bytesText(totals.memory)} of ${bytesText(machine.memory)}` : '–'
  return (
    <section className={styles.totals} aria-label="In all">
      <Tile name="CPU" value={cores}>
        <ShareBar label="CPU in all" words={cores} parts={totals.cpuParts} total={machine?.cpus ?? 0} />
      </Tile>
      <Tile name="Memory" value={memory}>
        <ShareBar
          label="Memory in all"
          words={memory}
          parts={totals.memoryParts}
          total={machine?.memory ?? 0}
        />
      </Tile>
      <Tile name="Network" beside>
        <Pair names={['in', 'out']} values={machine && [totals.received, totals.sent]} />
      </Tile>
      <Tile name="Disk" beside>
        <Pair names={['read', 'written']} values={machine && [totals.read, totals.written]} />
      </Tile>
    </section>
  )
}

interface TileProps {
  readonly name: string
  readonly value?: string
  /** What it holds stands beside its name. */
  readonly beside?: boolean
  readonly children: ReactNode
}

function Tile({ name, value, beside = false, children }: TileProps) {
  return (
    <div className={`${styles.tile} ${beside ? styles.beside : ''}`}>
      <div className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        {value !== undefined && <span className={styles.value}>{value}</span>}
      </div>
      {children}
    </div>
  )
}

interface PairProps {
  readonly names: readonly [string, string]
  readonly values: readonly [number, number] | null
}

function Pair({ names, values }: PairProps) {
  return (
    <dl className={styles.pair}>
      {names.map((name, at) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{values ? rateText(values[at] ?? 0) : '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
