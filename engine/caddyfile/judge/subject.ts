import type { CaddyProblem } from '../../../contract/caddyfile.ts'
import type { App } from '../proxies.ts'

/** A Caddyfile that Caddy can read, and what Shoal has to do with it. */
export interface Subject {
  readonly text: string
  /** What Caddy makes of the text. */
  readonly config: unknown
  readonly app: App
  /** The service's name, by which Docker answers with any instance: `app`. */
  readonly service: string
  /** How many instances there are, or are to be. */
  readonly scale: number
}

/** What Shoal finds wrong. `find` is undefined where no line can be named. */
export function shoalProblem(
  code: CaddyProblem['code'],
  message: string,
  hint: string,
  { line = null, severity = 'error', repairable = true }: Partial<CaddyProblem> = {},
): CaddyProblem {
  return { severity, source: 'shoal', code, message, hint, line, repairable }
}
