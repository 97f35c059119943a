import type { StatsSample } from '../gateway.ts'

/** One tick of the stats stream, as far as Shoal reads it. Engines leave out whatever they cannot tell. */
export interface StatsMessage {
  /** RFC 3339. */
  readonly read?: string
  readonly cpu_stats?: CpuStats
  /** The tick before; empty at the first one. */
  readonly precpu_stats?: CpuStats
  readonly memory_stats?: {
    readonly usage?: number
    readonly limit?: number
    /** `cache` is there on cgroup v1 only. */
    readonly stats?: { readonly cache?: number; readonly inactive_file?: number }
  }
  readonly networks?: Readonly<Record<string, { readonly rx_bytes?: number; readonly tx_bytes?: number }>>
  readonly blkio_stats?: {
    readonly io_service_bytes_recursive?: readonly { readonly op?: string; readonly value?: number }[] | null
  }
  readonly pids_stats?: { readonly current?: number }
}

interface CpuStats {
  /** Nanoseconds. */
  readonly cpu_usage?: { readonly total_usage?: number; readonly percpu_usage?: readonly number[] | null }
  /** Nanoseconds of all cores together. */
  readonly system_cpu_usage?: number
  readonly online_cpus?: number
}

/** A tick in our words; undefined for one that has none before it to be compared with. */
export function toSample(message: StatsMessage): StatsSample | undefined {
  const cpu = cpuPercent(message.cpu_stats ?? {}, message.precpu_stats ?? {})
  if (cpu === undefined) return undefined
  const { memory_stats: memory = {}, networks = {}, blkio_stats: disk = {} } = message
  const interfaces = Object.values(networks)
  const moved = disk.io_service_bytes_recursive ?? []
  const movedBy = (op: string) => sum(moved.map((one) => (one.op?.toLowerCase() === op ? one.value : 0)))
  return {
    at: Date.parse(message.read ?? '') || Date.now(),
    cpu,
    // What the kernel would give up at once is not counted, as `docker stats` does.
    memory: Math.max(0, (memory.usage ?? 0) - (memory.stats?.cache ?? memory.stats?.inactive_file ?? 0)),
    memoryLimit: memory.limit ?? 0,
    received: sum(interfaces.map(({ rx_bytes }) => rx_bytes)),
    sent: sum(interfaces.map(({ tx_bytes }) => tx_bytes)),
    read: movedBy('read'),
    written: movedBy('write'),
    processes: message.pids_stats?.current ?? 0,
  }
}

/** Per cent of one core since the tick before. */
function cpuPercent(now: CpuStats, before: CpuStats): number | undefined {
  if (now.system_cpu_usage === undefined || before.system_cpu_usage === undefined) return undefined
  const used = (now.cpu_usage?.total_usage ?? 0) - (before.cpu_usage?.total_usage ?? 0)
  const passed = now.system_cpu_usage - before.system_cpu_usage
  const cpus = now.online_cpus ?? now.cpu_usage?.percpu_usage?.length ?? 1
  // A container that was started again counts from zero.
  return passed > 0 && used > 0 ? (used / passed) * cpus * 100 : 0
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
