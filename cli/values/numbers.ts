import { InvalidArgumentError } from 'commander'

/**
 * Reads a number of instances. Any whole number will do: what the project's range is, the engine knows.
 * @throws {InvalidArgumentError} when it is not a whole number
 */
export function parseScale(text: string): number {
  return wholeNumber(text, /^-?\d+$/)
}

/** @throws {InvalidArgumentError} when it is not a port */
export function parsePort(text: string): number {
  const port = wholeNumber(text, /^\d+$/)
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('A port is between 1 and 65535.')
  return port
}

/** @throws {InvalidArgumentError} when it is neither a number of lines nor `all` */
export function parseTail(text: string): number | 'all' {
  return text === 'all' ? text : wholeNumber(text, /^\d+$/, 'It must be a number of lines or "all".')
}

/** @throws {InvalidArgumentError} when it is not a number from 0 to 10,000 */
export function parseCount(text: string): number {
  const count = wholeNumber(text, /^\d+$/)
  if (count > 10_000) throw new InvalidArgumentError('It must be 10000 at most.')
  return count
}

/** @throws {InvalidArgumentError} when it is not a number of seconds that is kept */
export function parseWindow(text: string): number {
  const seconds = wholeNumber(text, /^\d+$/, 'It must be a number of seconds.')
  if (seconds < 1 || seconds > 900) throw new InvalidArgumentError('It must be from 1 to 900 seconds.')
  return seconds
}

function wholeNumber(text: string, pattern: RegExp, message = 'It must be a whole number.'): number {
  const value = Number(text)
  if (!pattern.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError(message)
  return value
}
