import type { Warning } from '../../contract/stats.ts'
import type { Paint } from './paint.ts'

/** Each warning with what to do about it. */
export function warningLines(warnings: readonly Warning[], paint: Paint): string[] {
  return warnings.flatMap(({ text, hint }) => [`${paint.yellow('!')} ${text}`, `  ${paint.dim(hint)}`])
}
