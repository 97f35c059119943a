import { bytesText } from '../../contract/bytes.ts'

export { bytesText }

/** How long something took: "340 ms", "2.1 s", "3 min 5 s". Takes milliseconds. */
export function tookText(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1_000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** How long something has been so: "12 s", "5 min", "3 h 20 min", "2 d". Takes milliseconds. */
export function sinceText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${minutes % 60} min`
  return `${Math.floor(hours / 24)} d`
}

/** A moment as the time of day: "14:03:22". */
export function clockText(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB')
}

/** "1 instance", "3 instances" */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Per cent for people: "0 %", "3.4 %", "87 %". */
export function percentText(percent: number): string {
  const rounded = percent < 9.95 ? percent.toFixed(1) : Math.round(percent)
  return `${percent < 0.05 ? 0 : rounded} %`
}

/** Bytes per second for people: "0 B/s", "1.2 MB/s". */
export function rateText(bytes: number): string {
  return `${bytesText(bytes)}/s`
}

/** Cores for people: "0.04", "1.4", "12". */
export function coresText(cores: number): string {
  if (cores >= 10 || Number.isInteger(cores)) return String(Math.round(cores))
  return cores.toFixed(cores < 0.1 ? 2 : 1)
}
