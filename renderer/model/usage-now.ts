import type { Stats, Usage } from '../../contract/stats.ts'

/** What a container uses now. */
export interface Used extends Omit<Usage, 'cpuLimit' | 'rates'> {
  /** Cores that it may use at most. */
  readonly cpuLimit: number
  /** Bytes per second since the report before; null at the first one. */
  readonly rates: Readonly<Record<Counter, number>> | null
}

/** One report, beside the one before it. */
export interface UsageNow {
  readonly at: number
  readonly machine: Stats['machine']
  readonly containers: readonly Used[]
}

type Counter = 'received' | 'sent' | 'read' | 'written'

/** A report with what it is by the second. Pure. */
export function usageNow(before: UsageNow | null, { at, machine, containers }: Stats): UsageNow {
  const seconds = before ? (at - before.at) / 1_000 : 0
  return {
    at,
    machine,
    containers: containers.map((now): Used => {
      const old = before?.containers.find(({ name }) => name === now.name)
      // A container that was started again counts from zero.
      const rate = (counter: Counter) => (old ? Math.max(0, now[counter] - old[counter]) / seconds : 0)
      const rates =
        old && seconds > 0
          ? { received: rate('received'), sent: rate('sent'), read: rate('read'), written: rate('written') }
          : null
      return { ...now, cpuLimit: machine.cpus, rates }
    }),
  }
}
