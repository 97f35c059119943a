import type { ErrorCode } from '../contract/errors.ts'

/** Codes that say "what was asked makes no sense here": a caller that repeats the command gets the same answer. */
const USAGE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['usage', 'scale-out-of-range', 'unknown-name'])

/** Codes that say "there is no Docker to work with". `engine-lost` is not one: the work had begun. */
const NO_ENGINE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'engine-not-installed',
  'engine-stopped',
  'engine-permission',
  'engine-context',
  'engine-too-old',
])

/** The process's exit code for an error: 2 usage, 3 no engine, 1 anything else. */
export function exitCodeOf(code: ErrorCode): 1 | 2 | 3 {
  if (USAGE.has(code)) return 2
  return NO_ENGINE.has(code) ? 3 : 1
}
