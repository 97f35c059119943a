import type { CSSProperties } from 'react'
import type { InstanceVisits } from '../../server/visits.ts'
import { hueOf } from '../hue.ts'

/** One bar for each instance that was visited lately, so that the balancing is visible. */
export function Spread({ instances, current }: { instances: readonly InstanceVisits[]; current: string }) {
  const most = Math.max(1, ...instances.map(({ visits }) => visits))
  return (
    <ul className="spread" aria-label="Visits of each instance">
      {instances.map(({ instance, visits }) => (
        <li key={instance} data-current={instance === current || undefined}>
          <span className="mono name">{instance}</span>
          <span
            className="track"
            style={{ '--hue': hueOf(instance), '--share': `${(100 * visits) / most}%` } as CSSProperties}
          />
          <span className="mono count">{visits.toLocaleString('en')}</span>
        </li>
      ))}
    </ul>
  )
}
