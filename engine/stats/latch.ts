/** When a warning is raised and taken back. Shares are parts of 1, times are milliseconds. */
export interface Rule {
  /** At this share or above it counts as too much. */
  readonly high: number
  /** Below this share it counts as enough again; between the two all stays as it is. */
  readonly low: number
  /** It is raised after it was high for this long without a break. */
  readonly raise: number
  /** It is taken back after it was low for this long without a break. */
  readonly clear: number
}

/** What is kept between two looks at one share. Times are milliseconds since the epoch. */
export interface Latch {
  readonly raised: boolean
  /** Since when it was high before it was raised, which is the warning's own `since` from then on. */
  readonly since: number | undefined
  /** Since when it has been low while raised. */
  readonly calm: number | undefined
}

export const RELEASED: Latch = { raised: false, since: undefined, calm: undefined }

/** Looks at a share once more. A warning so raised does not flicker about its threshold. Pure. */
export function latch(before: Latch, share: number, at: number, rule: Rule): Latch {
  if (!before.raised) {
    // Not the low bound: what is short of high on the way up breaks the spell.
    if (share < rule.high) return RELEASED
    const since = before.since ?? at
    return { raised: at - since >= rule.raise, since, calm: undefined }
  }
  if (share >= rule.low) return before.calm === undefined ? before : { ...before, calm: undefined }
  const calm = before.calm ?? at
  return at - calm >= rule.clear ? RELEASED : { ...before, calm }
}
