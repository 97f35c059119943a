import type { Observation } from '../observe/observation.ts'
import type { Wanted } from '../want/wanted.ts'

/** How many instances Caddy knows a place for: as it runs, else as the Caddyfile says. */
export function slotCount(seen: Observation, wanted: Wanted): number {
  return seen.caddy.balance?.addresses.length ?? wanted.slots
}

/** Slots that no instance has, and that a scale of `scale` leaves free. */
export function spareSlots(seen: Observation, wanted: Wanted, scale = 0): number[] {
  const used = new Set(seen.instances.map(({ index }) => index))
  return range(slotCount(seen, wanted)).filter((index) => index > scale && !used.has(index))
}

/** The whole numbers from 1 to `count`. */
export function range(count: number): number[] {
  return Array.from({ length: count }, (_, position) => position + 1)
}
