import { useState } from 'react'
import { Screen } from '../../components/screen.tsx'
import { clockText, countText } from '../../lib/format.ts'
import { resourceRows } from '../../model/resource-rows.ts'
import { troubleOf } from '../../model/trouble.ts'
import { usePick } from '../../store/store.ts'
import { useUsage } from '../../store/use-usage.ts'
import { Charts } from './charts/charts.tsx'
import { DatabasePanel } from './database/database.tsx'
import { Loading } from './loading.tsx'
import { NothingRuns } from './nothing-runs.tsx'
import styles from './resources.module.css'
import { Table } from './table/table.tsx'
import { Totals } from './totals/totals.tsx'
import { Warnings } from './warnings.tsx'

/** What every container uses, beside what the engine's machine has. */
export default function Resources() {
  useUsage()
  const { snapshot, run, usage, database, dialled, trouble } = usePick((state) => ({
    snapshot: state.snapshot,
    run: state.run,
    usage: state.usage,
    database: state.database,
    dialled: state.dialled,
    trouble: troubleOf(state) !== null,
  }))
  const [focus, onFocus] = useState<string | null>(null)
  if (!snapshot)
    return (
      <Screen title="Resources">
        <Loading />
      </Screen>
    )
  const rows = resourceRows(snapshot, usage, run)
  if (snapshot.state === 'down' || snapshot.state === 'stopped')
    return (
      <Screen title="Resources" full>
        <NothingRuns />
      </Screen>
    )
  const wanted = Math.min(dialled ?? snapshot.scale.wanted, snapshot.scale.max)
  const running = rows.filter(({ usage }) => usage).length
  return (
    <Screen
      title="Resources"
      about={
        trouble ? (
          <span className={styles.since}>as of {clockText(snapshot.at)}</span>
        ) : (
          countText(usage ? running : rows.length, 'container')
        )
      }
    >
      <div className={`${styles.layout} ${trouble ? styles.stale : ''}`}>
        <Warnings warnings={[...(usage?.warnings ?? []), ...(database?.warnings ?? [])]} />
        <Totals rows={rows} stats={usage} />
        <Charts rows={rows} focus={focus} />
        <Table rows={rows} onFocus={onFocus} />
        <DatabasePanel rows={rows} wanted={wanted} />
      </div>
    </Screen>
  )
}
