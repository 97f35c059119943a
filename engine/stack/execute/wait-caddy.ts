import { ShoalError } from '../../../contract/errors.ts'
import { type WaitOptions, waitFor } from './wait.ts'

/**
 * Waits as `waitFor` does, for what only Caddy can tell. A machine at its limits may let a question to Caddy time out, so
 * it is asked again until the deadline. Throws `caddy-unreachable` when it was silent to the end.
 */
export async function waitForCaddy<T>(
  attempt: () => Promise<T | undefined>,
  options: WaitOptions,
): Promise<T | undefined> {
  let silence: ShoalError | undefined
  const found = await waitFor(async () => {
    try {
      const result = await attempt()
      silence = undefined
      return result
    } catch (error) {
      if (!(error instanceof ShoalError) || error.code !== 'caddy-unreachable') throw error
      silence = error
      return undefined
    }
  }, options)
  if (found === undefined && silence) throw silence
  return found
}
