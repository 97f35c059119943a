import type { CaddyProblem } from '../../../contract/caddyfile.ts'
import { ShoalError } from '../../../contract/errors.ts'
import { repairAdmin } from './admin.ts'
import { repairChecks } from './checks.ts'
import { repairGate } from './gate.ts'
import type { Mended, Mending, Repair } from './mending.ts'
import { repairFewSlots, repairMissingSlots } from './slots.ts'

const REPAIRS: Partial<Record<CaddyProblem['code'], Repair>> = {
  admin: repairAdmin,
  'slots-missing': repairMissingSlots,
  'slots-few': repairFewSlots,
  'health-checks': repairChecks,
  'health-upstream': repairChecks,
  gate: repairGate,
  rotation: repairGate,
}

/** Mends the first of some problems that can be; undefined when none can. Every other line of the text stays as it is. */
export function repairOne(
  text: string,
  problems: readonly CaddyProblem[],
  mending: Mending,
): Mended | undefined {
  for (const { code, repairable } of problems) {
    const mended = repairable ? attempt(REPAIRS[code], text, mending) : undefined
    if (mended !== undefined && mended.text !== text) return mended
  }
  return undefined
}

/** A text that is written in a way that Shoal does not edit stays as it is. */
function attempt(repair: Repair | undefined, text: string, mending: Mending): Mended | undefined {
  try {
    return repair?.(text, mending)
  } catch (error) {
    if (error instanceof ShoalError) return undefined
    throw error
  }
}
