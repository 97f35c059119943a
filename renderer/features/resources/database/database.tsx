import { SquareTerminal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Database } from '../../../../contract/database.ts'
import { Button } from '../../../components/button.tsx'
import { Hint } from '../../../components/hint.tsx'
import { Notice } from '../../../components/notice.tsx'
import { bytesText } from '../../../lib/format.ts'
import { clientsOf, queryRows } from '../../../model/clients.ts'
import type { ResourceRow } from '../../../model/resource-rows.ts'
import { usePick } from '../../../store/store.ts'
import { useDatabase } from '../../../store/use-database.ts'
import { Connections } from './connections.tsx'
import styles from './database.module.css'
import { PoolPanel } from './pool-panel.tsx'
import { Queries } from './queries.tsx'

interface DatabaseProps {
  readonly rows: readonly ResourceRow[]
  /** Where the slider stands. */
  readonly wanted: number
}

/** PostgreSQL: who is connected, what runs, and how many instances it bears. */
export function DatabasePanel({ rows, wanted }: DatabaseProps) {
  useDatabase()
  const { database, go } = usePick(({ database, go }) => ({ database, go }))
  return (
    <section className={styles.panel} aria-label="Database">
      <header className={styles.head}>
        <h2 className={styles.title}>Database</h2>
        <span className={styles.about}>{aboutText(database)}</span>
        {database?.state === 'answering' && (
          <Button
            size="small"
            className={styles.psql}
            icon={<SquareTerminal size={14} />}
            onClick={() => go('logs', { psql: database.service })}
          >
            Open psql
          </Button>
        )}
      </header>
      <Body database={database} rows={rows} wanted={wanted} />
    </section>
  )
}

interface BodyProps extends DatabaseProps {
  readonly database: Database | null
}

function Body({ database, rows, wanted }: BodyProps): ReactNode {
  if (!database) return <div className={styles.waiting} />
  const { state, reason, hint, connections, pool, queries } = database
  if (state === 'silent')
    return (
      <div className={styles.silent}>
        <Notice tone="warn" hint={<Hint text={hint} />}>
          {reason}
        </Notice>
      </div>
    )
  if (state === 'absent')
    return (
      <p className={styles.none}>
        {reason} <Hint text={hint} />
      </p>
    )
  return (
    <>
      <div className={styles.halves}>
        {connections && (
          <Connections connections={connections} clients={clientsOf(connections.clients, rows)} />
        )}
        {pool && <PoolPanel pool={pool} wanted={wanted} />}
      </div>
      <Queries queries={queryRows(queries, rows)} />
    </>
  )
}

/** "PostgreSQL 18.1 · shop · 24 MB" */
function aboutText(database: Database | null): string {
  if (!database) return 'Asking PostgreSQL'
  const { server } = database
  return server ? `PostgreSQL ${server.version} · ${server.database} · ${bytesText(server.size)}` : ''
}
