import { Screen } from '../../components/screen.tsx'
import { clockText } from '../../lib/format.ts'
import { healthText, stateText } from '../../model/summary.ts'
import { troubleOf } from '../../model/trouble.ts'
import { usePick } from '../../store/store.ts'
import { Activity } from './activity/activity.tsx'
import { Address } from './address/address.tsx'
import { Dial } from './dial/dial.tsx'
import { Instances } from './instances/instances.tsx'
import { Loading } from './loading.tsx'
import styles from './overview.module.css'
import { Services } from './services/services.tsx'
import { StackActions } from './stack-actions.tsx'
import { Topology } from './topology/topology.tsx'

/** The stack at a glance, and the slider in its middle. */
export function Overview() {
  const { snapshot, name, trouble } = usePick((state) => ({
    snapshot: state.snapshot,
    name: state.project?.name ?? '',
    trouble: troubleOf(state) !== null,
  }))
  if (!snapshot)
    return (
      <Screen title={name}>
        <Loading />
      </Screen>
    )
  const empty = snapshot.instances.length === 0
  return (
    <Screen
      title={name}
      about={
        <span className={styles.state} role="status">
          <span className={styles.dot} data-state={snapshot.state} aria-hidden="true" />
          <span>{stateText(snapshot.state)}</span>
          <span aria-hidden="true">·</span>
          <span>{healthText(snapshot)}</span>
          {trouble && <span className={styles.since}>as of {clockText(snapshot.at)}</span>}
        </span>
      }
      actions={<StackActions snapshot={snapshot} />}
      full
    >
      <div className={styles.layout}>
        <div className={`${styles.main} ${trouble ? styles.stale : ''}`}>
          <Address snapshot={snapshot} />
          <Dial snapshot={snapshot} />
          <Topology snapshot={snapshot} />
          {!empty && <Instances snapshot={snapshot} />}
          <Services snapshot={snapshot} />
        </div>
        <div className={styles.side}>
          <Activity snapshot={snapshot} />
        </div>
      </div>
    </Screen>
  )
}
