import type { ReactNode } from 'react'
import type { Stats } from '../../../../contract/stats.ts'
import { ShareBar } from '../../../components/share-bar.tsx'
import { bytesText, coresText, rateText } from '../../../lib/format.ts'
import type { ResourceRow } from '../../../model/resource-rows.ts'
import { partsOf } from '../../../model/totals.ts'
import styles from './totals.module.css'

interface TotalsProps {
  readonly rows: readonly ResourceRow[]
  /** Null before the first report. */
  readonly stats: Stats | null
}

/** What the project uses in all, beside what there is. */
export function Totals({ rows, stats }: TotalsProps) {
  const machine = stats?.machine
  const cores = stats ? `${coresText(stats.total.cpu / 100)} of ${coresText(stats.machine.cpus)} cores` : '–'
  const memory = stats ? `${bytesText(stats.total.memory)} of ${bytesText(stats.machine.memory)}` : '–'
  const rates = stats?.total.rates
  return (
    <section className={styles.totals} aria-label="In all">
      <Tile name="CPU" value={cores}>
        <ShareBar
          label="CPU in all"
          words={cores}
          parts={partsOf(rows, ({ cpu }) => cpu / 100)}
          total={machine?.cpus ?? 0}
        />
      </Tile>
      <Tile name="Memory" value={memory}>
        <ShareBar
          label="Memory in all"
          words={memory}
          parts={partsOf(rows, ({ memory }) => memory)}
          total={machine?.memory ?? 0}
        />
      </Tile>
      <Tile name="Network" beside>
        <Pair names={['in', 'out']} values={rates && [rates.received, rates.sent]} />
      </Tile>
      <Tile name="Disk" beside>
        <Pair names={['read', 'written']} values={rates && [rates.read, rates.written]} />
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
  readonly values: readonly [number, number] | undefined
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
