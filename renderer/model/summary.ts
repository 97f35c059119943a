import type { Snapshot, StackState } from '../../contract/models.ts'
import type { Phase } from './phase.ts'

const STATES: Readonly<Record<StackState, string>> = {
  running: 'Running',
  partial: 'Partly running',
  stopped: 'Stopped',
  down: 'Not started',
}

/** The state of the stack for people. */
export function stateText(state: StackState): string {
  return STATES[state]
}

/** "3 of 3 healthy": of the instances that are wanted, or that there are while more of them leave. */
export function healthText({ instances, scale, state }: Snapshot): string {
  if (state === 'down') return 'No instances'
  const healthy = instances.filter(({ health }) => health === 'healthy').length
  return `${healthy} of ${Math.max(scale.wanted, instances.length)} healthy`
}

/** The short name of an instance: `app-2` of `shop-app-2`. */
export function shortName(project: string, container: string): string {
  return container.startsWith(`${project}-`) ? container.slice(project.length + 1) : container
}

/** The order in which phases are told: what works first, then what is on its way, then what is wrong. */
const ORDER: readonly Phase[] = [
  'serving',
  'joining',
  'starting',
  'restarting',
  'draining',
  'resting',
  'paused',
  'sick',
  'dead',
  'stopped',
]

/** What there is, by phase: "3 serving, 1 draining". Pure. */
export function actualText(phases: readonly Phase[]): string {
  const counted = ORDER.map((phase) => ({ phase, count: phases.filter((one) => one === phase).length }))
  return (
    counted
      .filter(({ count }) => count > 0)
      .map(({ phase, count }) => `${count} ${phase}`)
      .join(', ') || 'none running'
  )
}
