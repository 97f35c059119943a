import type { Stats, Usage } from '../../../contract/stats.ts'

const NONE = { received: 0, sent: 0, read: 0, written: 0 }

/** What a container uses: next to nothing, except for the given. */
export function usage(changes: Partial<Usage> = {}): Usage {
  return {
    name: 'demo-app-1',
    service: 'app',
    index: 1,
    cpu: 0,
    cpuLimit: 200,
    memory: 0,
    memoryLimit: 1024 ** 3,
    ...NONE,
    rates: NONE,
    processes: 1,
    ...changes,
  }
}

/** A report of some containers on a machine with two cores and 4 GB. */
export function stats(containers: readonly Usage[], changes: Partial<Stats> = {}): Stats {
  return {
    at: 1_000,
    containers: [...containers],
    total: { cpu: 0, memory: 0, rates: NONE, processes: 0 },
    machine: { cpus: 2, memory: 4 * 1024 ** 3 },
    warnings: [],
    ...changes,
  }
}
