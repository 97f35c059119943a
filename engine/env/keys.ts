import { ShoalError } from '../../contract/errors.ts'

/**
 * Checks the name of a variable before it goes into `.env`.
 *
 * @throws ShoalError `usage` naming the name.
 */
export function checkName(name: string): void {
  if (/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) return
  throw new ShoalError(
    'usage',
    `"${name}" is not a name for a variable; nothing was changed.`,
    'Use letters, digits and _, not starting with a digit.',
  )
}
