import type { ServiceStatus } from '../../contract/models.ts'
import type { Phase } from './phase.ts'

type Service = Pick<ServiceStatus, 'state' | 'health'>

/** The phase of a service that takes no part in the rotation. Pure. */
export function servicePhase({ state, health }: Service): Phase {
  switch (state) {
    case 'running':
      if (health === 'unhealthy') return 'sick'
      return health === 'starting' ? 'starting' : 'serving'
    case 'restarting':
      return 'restarting'
    case 'paused':
      return 'paused'
    case 'dead':
      return 'dead'
    default:
      return 'stopped'
  }
}

/** A service's state in a word. Pure. */
export function serviceWords({ state, health }: Service): string {
  if (state === 'absent') return 'not started'
  if (state !== 'running') return state
  return health === 'none' || health === 'unknown' ? 'running' : health
}
