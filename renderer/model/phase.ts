import type { Instance } from '../../contract/models.ts'
import { isUnderWay, type PlanRun } from './plan-run.ts'

/**
 * What an instance is doing, in one word for people:
 *
 * - `serving`: Caddy sends it requests
 * - `starting`: it runs and is not healthy yet
 * - `joining`: it is healthy and about to get its first request
 * - `draining`: it gets no new requests and finishes those it has
 * - `sick`: it runs and says that it is unhealthy
 * - `resting`: it is healthy and gets no requests
 * - `stopped`, `dead`, `paused`, `restarting`: its container's state
 */
export type Phase =
  | 'serving'
  | 'starting'
  | 'joining'
  | 'draining'
  | 'sick'
  | 'resting'
  | 'restarting'
  | 'paused'
  | 'stopped'
  | 'dead'

/** Reads the phase from what Docker and Caddy report; the running plan only tells why one that is out is out. Pure. */
export function phaseOf(instance: Instance, run: PlanRun | null): Phase {
  switch (instance.state) {
    case 'created':
      return 'starting'
    case 'restarting':
      return 'restarting'
    case 'paused':
      return 'paused'
    case 'absent':
    case 'removing':
      return 'stopped'
    case 'exited':
    case 'dead':
      return ASKED.includes(instance.exitCode) ? 'stopped' : 'dead'
    case 'running':
      return runningPhase(instance, run)
  }
}

function runningPhase(instance: Instance, run: PlanRun | null): Phase {
  if (instance.inRotation) return 'serving'
  if (isRunning(run, instance.name, ['leave', 'drain', 'stop'])) return 'draining'
  if (instance.health === 'unhealthy') return 'sick'
  if (instance.health !== 'healthy') return 'starting'
  return isRunning(run, instance.name, ['join', 'wait-ready']) ? 'joining' : 'resting'
}

/** 0, or the code of SIGTERM: how a container ends that was asked to. */
const ASKED: readonly (number | null)[] = [0, 143]

function isRunning(run: PlanRun | null, name: string, verbs: readonly string[]): boolean {
  return (
    isUnderWay(run) &&
    run.operations.some(
      ({ target, verb, state }) => target === name && state === 'running' && verbs.includes(verb),
    )
  )
}
