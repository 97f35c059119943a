import { type ErrorCode, ShoalError } from '../../contract/errors.ts'

/** Connection errors that mean: nobody is there (any more), as opposed to an answer that says no. */
const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
])

/** The first `address:port` after the phrases with which engines name an address they could not bind. */
const BUSY_ADDRESS =
  /(?:Bind for|listen (?:tcp|udp)[46]?|exposing port \w+|host port for|rootlessport.*?)\s+(?:\[[^\]]*\]|[^\s:[]*|::):(\d+)/

interface EngineFault {
  readonly statusCode?: number
  readonly code?: string
  readonly message: string
  readonly name: string
}

/**
 * Runs one request to the engine and turns whatever it throws into a ShoalError.
 * `doing` completes "Docker failed while ...", such as `creating the container "shop-app-1"`.
 */
export async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw translateError(thrown, doing)
  }
}

/** The status code of an answer that said no; undefined when there was no answer. */
export function statusOf(thrown: unknown): number | undefined {
  return asFault(thrown)?.statusCode
}

/** True when the connection to the engine broke or could not be made. */
export function isLost(thrown: unknown): boolean {
  const fault = asFault(thrown)
  if (fault === undefined || fault.statusCode !== undefined) return false
  return LOST.has(fault.code ?? '') || /socket hang up|aborted/.test(fault.message)
}

/** Maps what dockerode, Node's http or the engine itself says to a ShoalError. Never carries a value of an environment. */
export function translateError(thrown: unknown, doing: string): ShoalError {
  if (thrown instanceof ShoalError) return thrown
  const fault = asFault(thrown)
  if (fault === undefined) return ShoalError.from(thrown)
  if (fault.name === 'AbortError' || fault.code === 'ABORT_ERR') return cancelled(doing)
  if (isLost(fault))
    return new ShoalError(
      'engine-lost',
      `The Docker engine went away while ${doing}; what was already done stays done.`,
      'Start the Docker engine again and repeat the command.',
      { cause: thrown },
    )
  return refusal(engineSentence(fault.message), fault.statusCode, doing, thrown)
}

export function cancelled(doing: string): ShoalError {
  return new ShoalError('cancelled', `Cancelled while ${doing}; what was already done stays done.`)
}

/** Maps a sentence of the engine, from an error answer or from inside a progress stream, to a ShoalError. */
export function refusal(
  sentence: string,
  status: number | undefined,
  doing: string,
  cause?: unknown,
): ShoalError {
  const { code, message, hint, leaks } = classify(sentence, status, doing)
  return new ShoalError(code, message, hint, cause === undefined || leaks === true ? {} : { cause })
}

interface Classified {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
  /** The engine's own sentence quotes a secret, so it must not travel on as a cause either. */
  readonly leaks?: boolean
}

function classify(sentence: string, status: number | undefined, doing: string): Classified {
  if (/port is already allocated|address already in use|access a socket in a way forbidden/i.test(sentence)) {
    const port = BUSY_ADDRESS.exec(sentence)?.[1]
    return {
      code: 'port-busy',
      message: `${port === undefined ? 'A port' : `Port ${port}`} is already in use, found while ${doing}; what uses it was left alone.`,
      hint: 'Choose another port, or stop what uses this one.',
    }
  }
  if (/no space left on device/i.test(sentence))
    return {
      code: 'disk-full',
      message: `The Docker engine's disk is full, found while ${doing}; nothing was removed.`,
      hint: 'Free some space, for example with "docker system df" and "docker image prune".',
    }
  if (
    /no such image|manifest (?:for .* )?(?:unknown|not found)|repository does not exist|invalid reference format|must be lowercase/i.test(
      sentence,
    )
  )
    return {
      code: 'image-missing',
      message: `An image is missing, found while ${doing}: ${sentence}.`,
      hint: 'Check the name of the image, and that its registry can be reached.',
    }
  if (/invalid environment variable/i.test(sentence))
    return {
      code: 'container-failed',
      message: `Docker refused a variable of the environment while ${doing}; its name is empty or malformed.`,
      hint: 'Look for a variable without a name in .env and compose.yaml.',
      leaks: true,
    }
  return {
    code: status === undefined ? 'internal' : 'container-failed',
    message: `Docker failed while ${doing}: ${sentence}.`,
    hint: hintFor(sentence),
  }
}

function hintFor(sentence: string): string {
  if (/bind: permission denied|privileged port/i.test(sentence))
    return 'This engine may not publish ports below 1024; choose a higher one.'
  if (/executable file not found|no such file or directory: unknown/i.test(sentence))
    return "The command does not exist in the image; check the service's command."
  if (/is already in use by container/i.test(sentence))
    return 'Remove or rename the other container, then repeat the command.'
  return ''
}

/** dockerode wraps the engine's sentence as "(HTTP code 404) no such container - SENTENCE ". */
export function engineSentence(message: string): string {
  const sentence = /^\(HTTP code \d+\) .*? - ([\s\S]*)$/.exec(message)?.[1] ?? message
  return sentence.trim().replace(/\.$/, '')
}

function asFault(thrown: unknown): EngineFault | undefined {
  return thrown instanceof Error ? thrown : undefined
}
