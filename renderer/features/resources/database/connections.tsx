import type { Database } from '../../../../contract/database.ts'
import { ShareBar, type ShareBarPart } from '../../../components/share-bar.tsx'
import type { Client } from '../../../model/clients.ts'
import styles from './database.module.css'

interface ConnectionsProps {
  readonly connections: NonNullable<Database['connections']>
  readonly clients: readonly Client[]
}

/** Who is connected, and what they do with it. */
export function Connections({ connections: { max, reserved, used }, clients }: ConnectionsProps) {
  const words = `${used} of ${max - reserved}`
  const parts = clients.flatMap(({ key, color, connections, idle }): ShareBarPart[] => [
    { key: `${key} busy`, color, value: connections - idle },
    { key: `${key} idle`, color, value: idle, striped: true },
  ])
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h3>Connections</h3>
        <span className={styles.value}>{words}</span>
      </div>
      <ShareBar
        label="Connections"
        words={`${words}, ${reserved} more are kept for administrators`}
        parts={parts}
        total={max}
        kept={reserved}
      />
      <table className={styles.clients}>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Active</th>
            <th scope="col" title="Idle in a transaction: it holds its locks and does nothing">
              In transaction
            </th>
            <th scope="col">Idle</th>
            <th scope="col">In all</th>
          </tr>
        </thead>
        <tbody>
          {clients.map(({ key, label, color, active, idleInTransaction, idle, connections }) => (
            <tr key={key}>
              <th scope="row" title={label}>
                <span className={styles.key} style={{ background: color }} aria-hidden="true" />
                {label}
              </th>
              <Count value={active} />
              <Count value={idleInTransaction} />
              <Count value={idle} />
              <Count value={connections} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        PostgreSQL takes {max}, and keeps {reserved} of them for administrators.
      </p>
    </div>
  )
}

function Count({ value }: { readonly value: number }) {
  return <td data-nothing={value === 0}>{value}</td>
}
