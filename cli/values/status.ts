import { InvalidArgumentError } from 'commander'

/**
 * Reads a status (`404`) or a class of them (`5xx`).
 * @throws {InvalidArgumentError} when it is neither
 */
export function parseStatus(text: string): string {
  const status = text.toLowerCase()
  if (/^[1-5](xx|\d\d)$/.test(status)) return status
  throw new InvalidArgumentError('It must be a status such as 404, or a class such as 5xx.')
}
