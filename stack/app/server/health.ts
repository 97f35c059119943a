import type { DatabaseState } from './database.ts'
import { type Instance, uptimeSeconds } from './instance.ts'

export type Health = {
  readonly status: 'ok' | 'unhealthy'
  readonly reason?: string
  readonly instance: string
  readonly database: DatabaseState['state']
  /** Seconds since the process started. */
  readonly uptime: number
}

/** Whether this instance should get traffic, and why not. Answers within the database's time limit. */
export async function checkHealth(instance: Instance): Promise<Health> {
  const database = await instance.database.check()
  const reason = reasonAgainst(instance, database)
  return {
    status: reason === undefined ? 'ok' : 'unhealthy',
    ...(reason === undefined ? {} : { reason }),
    instance: instance.name,
    database: database.state,
    uptime: uptimeSeconds(),
  }
}

function reasonAgainst(instance: Instance, database: DatabaseState): string | undefined {
  if (instance.stopping) return 'instance is stopping'
  if (instance.sick) return 'made sick by POST /api/sick'
  if (database.state === 'failed') return database.reason
  return undefined
}
