import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { readText } from './scalars.ts'

const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/g

/** A duration such as `1m30s`, `1.5s` or `2d`, in milliseconds; undefined when it is not one. */
export function parseDuration(text: string): number | undefined {
  const unsigned = text.replace(/^[-+]/, '')
  if (unsigned === '0') return 0
  const parts = [...unsigned.matchAll(PART)]
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== unsigned) return undefined
  const total = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (MILLISECONDS[unit ?? ''] ?? 0),
    0,
  )
  return text.startsWith('-') ? -total : total
}

/** Whole milliseconds as a duration for a configuration file: `1500ms`, `10s`. */
export const writeDuration = (milliseconds: number): string =>
  milliseconds % 1_000 === 0 ? `${milliseconds / 1_000}s` : `${milliseconds}ms`

const POWERS = ['', 'k', 'm', 'g', 't', 'p']

/** A size such as `512m`, `1.5GiB` or `100kb`, in bytes; every unit is a power of 1024, as in Docker. */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d*)?|\.\d+) ?(?:([kmgtp]?)b?|([kmgtp])ib)$/i.exec(text)
  if (match === null) return undefined
  const unit = (match[2] ?? match[3] ?? '').toLowerCase()
  return Math.floor(Number(match[1]) * 1024 ** POWERS.indexOf(unit))
}

/** Reads a duration in milliseconds. */
export function readDuration(node: Node | undefined, reading: Reading): number | undefined {
  const text = readText(node, reading)
  if (node === undefined || text === undefined) return undefined
  const value = parseDuration(text)
  if (value !== undefined && value >= 0) return value
  reading.problems.add(node, 'must be a duration such as 10s or 1m30s')
  return undefined
}

/** Reads a size in bytes; a bare number is bytes. */
export function readBytes(node: Node | undefined, reading: Reading): number | undefined {
  if (node === undefined) return undefined
  const typed = node.kind === 'scalar' && (node.type === 'int' || node.type === 'string')
  const value = typed ? parseBytes(node.text) : undefined
  if (value === undefined) reading.problems.add(node, 'must be a size such as 512m or 1g')
  return value
}
