import type { ScalarType } from './node.ts'

/**
 * Reads a plain YAML scalar as Compose's YAML library does, which differs from YAML 1.2 in octal numbers (`010`),
 * binary numbers and digits grouped with `_`.
 */
export function readPlain(source: string): { type: ScalarType; text: string } {
  if (/^(~|null|Null|NULL|)$/.test(source)) return { type: 'null', text: '' }
  if (/^(true|True|TRUE|false|False|FALSE)$/.test(source)) return { type: 'bool', text: source.toLowerCase() }
  if (/^[-+]?\.(inf|Inf|INF)$/.test(source))
    return { type: 'float', text: source.startsWith('-') ? '-Inf' : '+Inf' }
  if (/^\.(nan|NaN|NAN)$/.test(source)) return { type: 'float', text: 'NaN' }
  const plain = /^[-+0-9]/.test(source) ? source.replaceAll('_', '') : source
  const whole = readWhole(plain)
  if (whole !== undefined) return whole
  const decimal = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain)
  if (decimal && Number.isFinite(Number(plain))) return { type: 'float', text: printFloat(Number(plain)) }
  return { type: 'string', text: source }
}

function readWhole(plain: string): { type: ScalarType; text: string } | undefined {
  const match = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/.exec(plain)
  if (match === null) return undefined
  const digits = (match[2] ?? '').replace(/^0([0-7])/, '0o$1')
  const value = BigInt(digits) * (match[1] === '-' ? -1n : 1n)
  if (value < -(2n ** 63n) || value >= 2n ** 64n) return { type: 'float', text: printFloat(Number(value)) }
  return { type: 'int', text: value.toString() }
}

/** Prints a number as Go's `%v` does: an exponent below 1e-4 and from 1e6 on, of two digits at least. */
function printFloat(value: number): string {
  const size = Math.abs(value)
  if (Object.is(value, -0)) return '-0'
  if (size === 0 || (size >= 1e-4 && size < 1e6)) return String(value)
  return value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2')
}
