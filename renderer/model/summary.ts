import type { Snapshot, StackState } from '../../contract/models.ts'

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
