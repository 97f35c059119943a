import type { Snapshot } from '../../../../contract/models.ts'
import { useWidth } from '../../../lib/use-width.ts'
import { isPostgres } from '../../../model/is-postgres.ts'
import { curve, HALF, layOut, nodesOf } from '../../../model/topology.ts'
import { usePick } from '../../../store/store.ts'
import { InstanceNode } from './instance-node.tsx'
import { ServiceNode } from './service-node.tsx'
import styles from './topology.module.css'

/** A live picture of the way of a request: browser, Caddy, the instances, the database. */
export function Topology({ snapshot }: { readonly snapshot: Snapshot }) {
  const { ref, width } = useWidth<HTMLElement>()
  const { run, dialled } = usePick(({ run, dialled }) => ({ run, dialled }))
  const nodes = nodesOf(snapshot, dialled ?? snapshot.scale.wanted, run)
  const at = layOut(width, nodes.length)
  const caddy = snapshot.services.find(({ name }) => name === 'caddy')
  const database = snapshot.services.find(isPostgres)
  const words = nodes.map(({ short, words }) => `${short} ${words}`).join(', ')
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
            return (
              <g key={node.index} className={styles.group}>
                <path className={styles.edge} data-phase={node.phase} d={inward} />
                {node.load > 0 && <path className={styles.flow} d={inward} />}
                {database && (
                  <path
                    className={styles.edge}
                    data-phase={node.up ? undefined : 'stopped'}
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
