import { UsageError } from '../usage-error.ts'

const KEY = /^[A-Za-z_][A-Za-z0-9_.-]*$/

/** @throws {UsageError} when it is no name of a variable */
export function parseKey(text: string): string {
  if (!KEY.test(text))
    throw new UsageError(
      `A variable's name has letters, digits and underscores and starts with no digit; "${text}" does not.`,
    )
  return text
}

/**
 * Reads `KEY=value` arguments; the last one of a key counts. Errors repeat no value, for it may be a secret.
 * @throws {UsageError} when one of them is no assignment
 */
export function parseAssignments(texts: readonly string[]): Record<string, string> {
  const entries = texts.map((text, index) => {
    const equals = text.indexOf('=')
    if (equals < 0) throw new UsageError(`Argument ${index + 1} is not of the form KEY=VALUE.`)
    return [parseKey(text.slice(0, equals)), text.slice(equals + 1)] as const
  })
  return Object.fromEntries(entries)
}
