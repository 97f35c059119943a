import type { CaddyProblem } from '../../../contract/caddyfile.ts'
import { at, isText } from './handlers.ts'
import { begins, lineWhere } from './lines.ts'
import { type Subject, shoalProblem } from './subject.ts'

/** Where Shoal asks Caddy, inside its container. */
const WANTED = 'Shoal talks to Caddy at 127.0.0.1:2019 inside its container.'

/** The admin API has to listen where Shoal asks, and nobody else. */
export function judgeAdmin({ config, text }: Subject): CaddyProblem[] {
  const line = lineWhere(text, begins('admin'))
  if (at(config, 'admin', 'disabled') === true)
    return [
      shoalProblem(
        'admin',
        'The admin API is switched off: Shoal could neither see what Caddy does nor change it.',
        WANTED,
        { line },
      ),
    ]
  const listen = at(config, 'admin', 'listen')
  if (!isText(listen)) return []
  const address = listen.replace(/^tcp[46]?\//, '')
  if (/^(127\.0\.0\.1|localhost):2019$/.test(address)) return []
  if (/^(0\.0\.0\.0|\[::\])?:2019$/.test(address))
    return [
      shoalProblem(
        'admin',
        `The admin API listens on ${listen}: every container of the stack could read and replace Caddy's configuration.`,
        WANTED,
        { line, severity: 'warning' },
      ),
    ]
  return [
    shoalProblem(
      'admin',
      `The admin API listens on ${listen}, where Shoal does not reach it: it could neither see what Caddy does nor change it.`,
      WANTED,
      { line },
    ),
  ]
}
