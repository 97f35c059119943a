import { ShoalError } from '../../../contract/errors.ts'
import type { LogFilter } from '../../../contract/logs.ts'

/** The expression that a search stands for. Throws `usage` for one that is malformed. */
export function compileSearch({ pattern, regex, matchCase }: NonNullable<LogFilter['search']>): RegExp {
  const source = regex ? pattern : pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  try {
    return new RegExp(source, matchCase ? 'm' : 'im')
  } catch (error) {
    throw new ShoalError(
      'usage',
      `The regular expression "${pattern}" is malformed; no log was searched.`,
      'Put a backslash before characters that are meant literally.',
      { cause: error },
    )
  }
}
