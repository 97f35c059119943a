import { LABELS } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { CADDY } from '../stack/roles.ts'
import type { TrafficLease } from '../traffic/shared.ts'
import type { Connection, Host } from './host.ts'

/** A share in the reader of a project's access log. */
export interface OpenTraffic extends TrafficLease {
  readonly connection: Connection
  /** Compose's project name. */
  readonly project: string
}

/** Begins to read a project's access log, or shares what reads it already. Throws what `loadProject` throws. */
export async function openTraffic(host: Host, directory: string): Promise<OpenTraffic> {
  const [connection, { name: project }, { SharedTraffic }] = await Promise.all([
    host.connect(),
    loadProject(directory, { environment: host.environment }),
    import('../traffic/shared.ts'),
  ])
  const slot = host.slot(directory)
  slot.traffic ??= new SharedTraffic()
  const labels = [`${LABELS.project}=${project}`, `${LABELS.service}=${CADDY}`]
  const lease = slot.traffic.lease({ docker: connection.docker, labels })
  return { ...lease, connection, project }
}
