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
    readonly stats?: MemoryParts
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

/** Lines of the kernel's memory.stat. Those with `total_` are of cgroup v1 only, and count child groups in. */
interface MemoryParts {
  readonly total_inactive_file?: number
  readonly total_active_file?: number
  readonly inactive_file?: number
  readonly active_file?: number
}

/** A tick in our words; undefined for one that has none before it to be compared with. */
export function toSample(message: StatsMessage, before: StatsMessage = {}): StatsSample | undefined {
  const cpu = cpuPercent(message.cpu_stats ?? {}, message.precpu_stats ?? {})
  if (cpu === undefined) return undefined
  const moved = toMoved(message)
  const seconds = (Date.parse(message.read ?? '') - Date.parse(before.read ?? '')) / 1_000
  const earlier = toMoved(before)
  // A container that was started again counts from zero.
  const rate = (key: keyof Moved) => (seconds > 0 ? Math.max(0, moved[key] - earlier[key]) / seconds : 0)
  return {
    at: Date.parse(message.read ?? '') || Date.now(),
    cpu,
    ...toMemory(message.memory_stats ?? {}),
    memoryLimit: message.memory_stats?.limit ?? 0,
    ...moved,
    rates: {
      received: rate('received'),
      sent: rate('sent'),
      read: rate('read'),
      written: rate('written'),
    },
    processes: message.pids_stats?.current ?? 0,
  }
}

/**
 * What `docker stats` shows: without the files that were used only once, which the kernel gives up first (docker/cli,
 * `calculateMemUsageUnixNoCache`). And without any files: what must stay, or a process is killed.
 */
function toMemory({ usage = 0, stats = {} }: NonNullable<StatsMessage['memory_stats']>) {
  const inactive = stats.total_inactive_file ?? stats.inactive_file ?? 0
  const active = stats.total_active_file ?? stats.active_file ?? 0
  const memory = inactive < usage ? usage - inactive : usage
  return { memory, unreclaimable: Math.max(0, memory - active) }
}

type Moved = Pick<StatsSample, 'received' | 'sent' | 'read' | 'written'>

/** Bytes since the container's start. Operations on disk are capitalised on cgroup v1. */
function toMoved({ networks = {}, blkio_stats: disk = {} }: StatsMessage): Moved {
  const moved: { -readonly [K in keyof Moved]: number } = { received: 0, sent: 0, read: 0, written: 0 }
  for (const { rx_bytes = 0, tx_bytes = 0 } of Object.values(networks)) {
    moved.received += rx_bytes
    moved.sent += tx_bytes
  }
  for (const { op = '', value = 0 } of disk.io_service_bytes_recursive ?? []) {
    if (/^read$/i.test(op)) moved.read += value
    else if (/^write$/i.test(op)) moved.written += value
  }
  return moved
}

/** Per cent of one core since the tick before. */
function cpuPercent(now: CpuStats, before: CpuStats): number | undefined {
  if (now.system_cpu_usage === undefined || before.system_cpu_usage === undefined) return undefined
  const used = (now.cpu_usage?.total_usage ?? 0) - (before.cpu_usage?.total_usage ?? 0)
  const passed = now.system_cpu_usage - before.system_cpu_usage
  const cpus = now.online_cpus ?? now.cpu_usage?.percpu_usage?.length ?? 1
  return passed > 0 && used > 0 ? (used / passed) * cpus * 100 : 0
}
