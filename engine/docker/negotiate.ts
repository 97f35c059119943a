import { ShoalError } from '../../contract/errors.ts'
import { atLeast } from './api-version.ts'

/** The oldest API that has everything Shoal needs: Docker 20.10. */
const OLDEST = '1.41'
/** The newest API that Shoal's translations were checked against: Docker 28.4. */
const NEWEST = '1.51'

/**
 * The API version to speak with an engine whose newest is `api`, where that settles it: Shoal knows it. Undefined when the
 * engine must be asked for more, since it did not say, is too old, or may have dropped what Shoal knows.
 */
export function agreeAtOnce(api: string | undefined): string | undefined {
  return api !== undefined && atLeast(api, OLDEST) && atLeast(NEWEST, api) ? api : undefined
}

/**
 * The API version to speak with an engine: the newest that both know. Throws `engine-too-old`. An engine that has
 * dropped even our newest is spoken to in its own oldest, which its makers keep closest to what we know.
 */
export function negotiate(engine: { version: string; api: string; oldestApi: string | undefined }): string {
  if (!atLeast(engine.api, OLDEST))
    throw new ShoalError(
      'engine-too-old',
      `This Docker engine ${engine.version} speaks API ${engine.api}; Shoal needs ${OLDEST} (Docker 20.10) or newer.`,
      'Update Docker, or choose a newer engine with "docker context use NAME".',
    )
  if (engine.oldestApi !== undefined && !atLeast(NEWEST, engine.oldestApi)) return engine.oldestApi
  return atLeast(engine.api, NEWEST) ? NEWEST : engine.api
}
