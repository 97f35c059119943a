const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes for people, in powers of 1024: "84 MB", "1.2 GB". */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1)
  const value = bytes / 1024 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`
}
