import type { Instance } from '../../contract/models.ts'
import type { Phase } from './phase.ts'

/** What an instance is doing, in a few words: "draining, 2 in flight". Pure. */
export function phaseWords(
  phase: Phase,
  { inFlight, exitCode }: Pick<Instance, 'inFlight' | 'exitCode'>,
): string {
  if (phase === 'draining') return inFlight ? `draining, ${inFlight} in flight` : 'draining'
  if (phase === 'dead') return exitCode === null ? 'dead' : `exited with code ${exitCode}`
  if (phase === 'resting') return 'out of rotation'
  return phase
}
