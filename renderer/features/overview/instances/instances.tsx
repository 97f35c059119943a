import type { Snapshot } from '../../../../contract/models.ts'
import { phaseOf } from '../../../model/phase.ts'
import { usePick } from '../../../store/store.ts'
import { useUsage } from '../../../store/use-usage.ts'
import { Card } from './card.tsx'
import styles from './instances.module.css'

/** A card per instance. */
export function Instances({ snapshot }: { readonly snapshot: Snapshot }) {
  useUsage()
  const { run, warnings } = usePick(({ run, usage }) => ({ run, warnings: usage?.warnings }))
  return (
    <section aria-label="Instances">
      <h2 className={styles.head}>Instances</h2>
      <div className={styles.grid}>
        {snapshot.instances.map((instance) => (
          <Card
            key={instance.name}
            instance={instance}
            phase={phaseOf(instance, run)}
            project={snapshot.project}
            url={snapshot.url}
            warnings={warnings?.filter(({ name }) => name === instance.name) ?? []}
          />
        ))}
      </div>
    </section>
  )
}
