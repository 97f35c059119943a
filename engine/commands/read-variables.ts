import { inspectDotenv, variablesOf } from '../project/dotenv/inspect.ts'
import { makeLookup } from '../project/environment.ts'
import type { Seer } from './host.ts'

/** What a `.env` sets, as far as it can be read: one that is malformed can be replaced too. */
export function readVariables(
  { environment }: Pick<Seer, 'environment'>,
  text: string,
): Record<string, string> {
  return variablesOf(inspectDotenv(text, { lookup: makeLookup(environment, new Map()) }))
}
