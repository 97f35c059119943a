/** What people type when they mean a number of instances: "4", "scale 4", "scale to 4", "4 instances". */
const TYPED = /^(?:scale\s*(?:to\s*)?)?(\d{1,3})(?:\s*(?:instances?|x))?$/i

/** The number of instances that a typed text means; null when it means something else. Pure. */
export function typedScale(text: string): number | null {
  const digits = TYPED.exec(text.trim())?.[1]
  return digits === undefined ? null : Number(digits)
}
