/** A moment of the past: "today at 14:03", "yesterday at 09:12", "21 Nov at 18:30". Both in milliseconds. Pure. */
export function momentText(at: number, now: number): string {
  const moment = new Date(at)
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000)
  const day =
    days === 0
      ? 'today'
      : days === 1
        ? 'yesterday'
        : moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
  return `${day} at ${time}`
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
