import type { ShellState } from './state.ts'

/** The open project's state in words, as the page has it: "3 of 3 healthy". */
export function describe({ directory, snapshot }: ShellState): string {
  if (directory === undefined) return 'No project is open'
  if (!snapshot) return 'Looking at Docker'
  if (snapshot.state === 'down') return 'Not running'
  if (snapshot.state === 'stopped') return 'Stopped'
  const healthy = snapshot.instances.filter(({ health }) => health === 'healthy').length
  return `${healthy} of ${Math.max(snapshot.scale.wanted, healthy)} healthy`
}
