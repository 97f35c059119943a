import { InvalidArgumentError } from 'commander'

const SPAN = /^(\d+(?:\.\d+)?)(ms|s|m)$/
const UNIT: Record<string, number> = { ms: 1, s: 1_000, m: 60_000 }

/**
 * Reads a span: `500ms`, `1.5s`, `2m`.
 * @returns milliseconds
 * @throws {InvalidArgumentError} when it is none
 */
export function parseSpan(text: string): number {
  const [, number, unit] = SPAN.exec(text.trim()) ?? []
  if (number === undefined) throw new InvalidArgumentError('It must be a span such as 500ms or 2s.')
  return Number(number) * (UNIT[unit ?? ''] ?? 1)
}
