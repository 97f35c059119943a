import type { Snapshot } from '../../../../contract/models.ts'
import { useWidth } from '../../../lib/use-width.ts'
import { phaseOf } from '../../../model/phase.ts'
import { phaseWords } from '../../../model/phase-words.ts'
import { shortName } from '../../../model/summary.ts'
import { curve, HALF, layOut } from '../../../model/topology.ts'
import { usePick } from '../../../store/store.ts'
import { InstanceNode } from './instance-node.tsx'
import { ServiceNode } from './service-node.tsx'
import styles from './topology.module.css'

/** A live picture of the way of a request: browser, Caddy, the instances, the database. */
export function Topology({ snapshot }: { readonly snapshot: Snapshot }) {
  const { ref, width } = useWidth<HTMLElement>()
  const { run } = usePick(({ run }) => ({ run }))
  const nodes = snapshot.instances.map((instance) => ({
    ...instance,
    short: shortName(snapshot.project, instance.name),
    phase: phaseOf(instance, run),
  }))
  const at = layOut(width, Math.max(1, nodes.length))
  const caddy = snapshot.services.find(({ name }) => name === 'caddy')
  const database = snapshot.services.find(({ name, image }) => /postgres/.test(`${name} ${image}`))
  const words = nodes.map((node) => `${node.short} ${phaseWords(node.phase, node)}`).join(', ')
  return (
    <section ref={ref} className={styles.picture} aria-label="Topology">
      {width > 0 && (
        <svg
          className={styles.svg}
          height={at.height}
          viewBox={`0 0 ${width} ${at.height}`}
          role="img"
          aria-label={`Browser to Caddy to ${words || 'no instances'}${database ? ', to PostgreSQL' : ''}`}
        >
          <path
            className={styles.edge}
            data-phase={caddy?.state === 'running' ? 'serving' : 'stopped'}
            d={curve(
              { x: at.browser.x + HALF.browser, y: at.browser.y },
              { x: at.caddy.x - HALF.caddy, y: at.caddy.y },
            )}
          />
          {nodes.map((node, index) => {
            const place = at.instances[index] ?? at.caddy
            const inward = curve(
              { x: at.caddy.x + HALF.caddy, y: at.caddy.y },
              { x: place.x - at.half, y: place.y },
            )
            const busy = (node.inFlight ?? 0) + (node.streams ?? 0) > 0
            return (
              <g key={node.id} className={styles.group}>
                <path className={styles.edge} data-phase={node.phase} d={inward} />
                {busy && <path className={styles.flow} d={inward} />}
                {database && (
                  <path
                    className={styles.edge}
                    data-phase={node.state === 'running' ? undefined : 'stopped'}
                    d={curve(
                      { x: place.x + at.half, y: place.y },
                      { x: at.database.x - HALF.database, y: at.database.y },
                    )}
                  />
                )}
                <InstanceNode node={node} at={place} half={at.half} />
              </g>
            )
          })}
          <ServiceNode label="Browser" at={at.browser} half={HALF.browser} />
          <ServiceNode label="Caddy" sub={stateWord(caddy)} at={at.caddy} half={HALF.caddy} />
          {database && (
            <ServiceNode label="PostgreSQL" sub={stateWord(database)} at={at.database} half={HALF.database} />
          )}
        </svg>
      )}
    </section>
  )
}

function stateWord(service: Snapshot['services'][number] | undefined): string {
  if (!service || service.state === 'absent') return 'not started'
  return service.state === 'running' && service.health !== 'none' ? service.health : service.state
}
