import { clockText } from '../../../lib/format.ts'

/** A moment to the millisecond: "14:03:22.041". Pure but for the time zone. */
export function momentText(at: number): string {
  return `${clockText(at)}.${String(Math.floor(at) % 1_000).padStart(3, '0')}`
}
