import { type ErrorCode, ShoalError } from '../../../contract/errors.ts'
import { findInstalled, productAt } from './find-installed.ts'
import { installHint, permissionHint, startHint } from './hints.ts'
import type { Attempt } from './report.ts'
import type { Surroundings } from './surroundings.ts'
import { CHOSEN } from './user-setting.ts'

interface Failure {
  readonly attempts: readonly Attempt[]
  /** Whether the user named the engine, so that nothing else was tried. */
  readonly named: boolean
}

/** Tells apart: not installed, stopped, no permission. Every candidate that was tried is in the details. */
export async function explainFailure(failure: Failure, surroundings: Surroundings): Promise<ShoalError> {
  const details = failure.attempts.map(describe)
  const say = (code: ErrorCode, message: string, hint: string) =>
    new ShoalError(code, message, hint, { details })

  const denied = failure.attempts.find(({ result }) => result === 'denied')
  if (denied !== undefined)
    return say(
      'engine-permission',
      `You are not allowed to use the Docker engine at ${denied.host}.`,
      permissionHint(surroundings),
    )
  const { platform } = surroundings
  const silent = failure.attempts.find(({ result }) => result !== 'absent')
  const [named] = failure.attempts
  const installed = await findInstalled(surroundings)
  const start = (host: string) => startHint(platform, host, productAt(host) ?? installed)
  if (failure.named && named !== undefined)
    return say(
      'engine-stopped',
      `The Docker engine at ${named.host}, named by ${named.source}, does not answer; no other engine was tried.`,
      `${start(named.host)} ${elsewhere(named)}`,
    )
  if (silent !== undefined)
    return say('engine-stopped', `The Docker engine at ${silent.host} does not answer.`, start(silent.host))
  if (installed !== undefined)
    return say('engine-stopped', `${installed} is installed but does not run.`, start(''))
  return say('engine-not-installed', 'No Docker engine was found on this machine.', installHint(platform))
}

/** How to name another engine than the one that does not answer. */
function elsewhere({ source }: Attempt): string {
  return source === CHOSEN
    ? 'Or choose another engine in the settings.'
    : 'Or name another engine: "docker context use NAME", or unset DOCKER_HOST.'
}

function describe({ source, host, result, detail }: Attempt): string {
  return `${source}: ${host}: ${result}${detail === '' ? '' : ` (${detail})`}`
}
