/** The colours of what is no instance: quiet ones, in the order in which the services stand in the project. */
const QUIET = ['var(--service-1)', 'var(--service-2)', 'var(--service-3)'] as const

/** The colour of a service that is no instance, the same in table and charts. Pure. */
export function serviceColor(place: number): string {
  return QUIET[place % QUIET.length] ?? QUIET[0]
}
