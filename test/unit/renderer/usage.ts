import type { UsageNow, Used } from '../../../renderer/model/usage-now.ts'

/** What a container uses: next to nothing, except for the given. */
export function usage(changes: Partial<Used> = {}): Used {
  return {
    name: 'demo-app-1',
    service: 'app',
    index: 1,
    cpu: 0,
    cpuLimit: 2,
    memory: 0,
    memoryLimit: 1024 ** 3,
    received: 0,
    sent: 0,
    read: 0,
    written: 0,
    processes: 1,
    rates: { received: 0, sent: 0, read: 0, written: 0 },
    ...changes,
  }
}

/** A report of some containers on a machine with two cores and 4 GB. */
export function stats(containers: readonly Used[], changes: Partial<UsageNow> = {}): UsageNow {
  return {
    at: 1_000,
    containers: [...containers],
    machine: { cpus: 2, memory: 4 * 1024 ** 3 },
    ...changes,
  }
}
