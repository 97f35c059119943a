import type { CaddyProblem } from '../../../contract/caddyfile.ts'
import { judgeAdmin } from './admin.ts'
import { judgeBalance } from './balance.ts'
import { judgeGate } from './gate.ts'
import type { Subject } from './subject.ts'

/** What Caddy would take, and what would then keep the app from being served, or Shoal from doing its work. */
export function judgeCaddyfile(subject: Subject): CaddyProblem[] {
  return [...judgeAdmin(subject), ...judgeBalance(subject), ...judgeGate(subject)]
}
