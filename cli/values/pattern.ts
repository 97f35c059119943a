import { InvalidArgumentError } from 'commander'

/**
 * Checks a regular expression.
 * @throws {InvalidArgumentError} with what is wrong with it
 */
export function parsePattern(text: string): string {
  try {
    new RegExp(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InvalidArgumentError(`${reason}.`)
  }
  return text
}
