import { useState } from 'react'
import { Screen } from '../../components/screen.tsx'
import { clockText, countText } from '../../lib/format.ts'
import { resourceRows } from '../../model/resource-rows.ts'
import { troubleOf } from '../../model/trouble.ts'
import { usePick } from '../../store/store.ts'
import { useUsage } from '../../store/use-usage.ts'
import { Charts } from './charts/charts.tsx'
import { Loading } from './loading.tsx'
import { NothingRuns } from './nothing-runs.tsx'
import styles from './resources.module.css'
import { Table } from './table/table.tsx'
import { Totals } from './totals/totals.tsx'

/** What every container uses, beside what the engine's machine has. */
export default function Resources() {
  useUsage()
  const { snapshot, run, usage, trouble } = usePick((state) => ({
    snapshot: state.snapshot,
    run: state.run,
    usage: state.usage,
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
        <Totals rows={rows} machine={usage?.machine ?? null} />
        <Charts rows={rows} focus={focus} />
        <Table rows={rows} onFocus={onFocus} />
      </div>
    </Screen>
  )
}
