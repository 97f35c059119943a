const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A count: "4,812". Pure. */
export function countText(count: number): string {
  return GROUPED.format(count)
}

/** How many a second: "0.4", "12", "4,812". Pure. */
export function rateText(rate: number): string {
  if (Number.isInteger(rate) || rate >= 9.95) return GROUPED.format(rate)
  return rate < 0.05 ? '<0.1' : rate.toFixed(1)
}

/** How long a request took: "0.8 ms", "42 ms", "1.25 s". Takes milliseconds. Pure. */
export function latencyText(milliseconds: number): string {
  if (milliseconds === 0) return '0 ms'
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`
  const seconds = milliseconds / 1_000
  return `${seconds.toFixed(seconds < 9.995 ? 2 : 1)} s`
}

/** A share of the whole, 0 to 1: "33 %", "0.4 %". Pure. */
export function shareText(share: number): string {
  const percent = share * 100
  if (percent === 0 || percent >= 9.95) return `${Math.round(percent)} %`
  return percent < 0.05 ? '<0.1 %' : `${percent.toFixed(1)} %`
}
