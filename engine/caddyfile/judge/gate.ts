import { isDeepStrictEqual } from 'node:util'
import type { CaddyProblem } from '../../../contract/caddyfile.ts'
import { at, findAll, serversOf } from './handlers.ts'
import { isSiteOn, lineWhere } from './lines.ts'
import { type Subject, shoalProblem } from './subject.ts'

const GATE = /^(?:tcp[46]?\/)?(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::\])?:2020$/
const FILES = ['managed', '{http.request.header.X-Upstream}']

/** The gate answers Caddy's health checks, and keeps an instance out while the rotation directory says so. */
export function judgeGate({ config, text }: Subject): CaddyProblem[] {
  const gate = serversOf(config).find(({ listen }) => listen.some((address) => GATE.test(address)))
  if (!gate)
    return [
      shoalProblem(
        'gate',
        'There is no gate on 127.0.0.1:2020: Shoal could not tell which instances are healthy, nor take one out before it stops.',
        'The gate is the site http://:2020 of the bundled Caddyfile.',
      ),
    ]
  const looks = FILES.every((file) => findAll(gate.server, (node) => asksFor(node, file)).length > 0)
  if (looks) return []
  return [
    shoalProblem(
      'rotation',
      'The gate on :2020 does not look into /run/rotation: an instance would get requests until the moment it stops, and lose some.',
      'The gate is the site http://:2020 of the bundled Caddyfile.',
      { line: lineWhere(text, isSiteOn(2020)) },
    ),
  ]
}

const asksFor = (node: object, file: string): boolean =>
  at(node, 'root') === '/run/rotation' && isDeepStrictEqual(at(node, 'try_files'), [file])
