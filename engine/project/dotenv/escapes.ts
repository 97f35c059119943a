const CODES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
  $: '$$',
}

/**
 * Expands the escape sequences of a double-quoted `.env` value as Compose does: those of Go without `\x` and `\u`,
 * octal as `\0` and three digits. A sequence that means nothing stays as it is, except that `\0` loses its zero.
 */
export function expandEscapes(text: string): string {
  return text.replace(/\\([abcfnrtv$"\\]|0\d{0,3})/g, (match, code: string) => {
    if (!code.startsWith('0')) return CODES[code] ?? match
    const digits = code.slice(1)
    const value = /^[0-7]{3}$/.test(digits) ? Number.parseInt(digits, 8) : 256
    return value < 256 ? String.fromCharCode(value) : `\\${digits}`
  })
}
