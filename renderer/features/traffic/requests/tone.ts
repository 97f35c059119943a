/** How a status is coloured: what failed, what was refused, and what was fine. A request without one was cut off. Pure. */
export function toneOf(status: number): 'good' | 'soft' | 'warn' | 'bad' {
  if (status === 0 || status >= 500) return 'bad'
  if (status >= 400) return 'warn'
  return status >= 300 ? 'soft' : 'good'
}
