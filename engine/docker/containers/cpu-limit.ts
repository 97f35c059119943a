/** What Docker is told to limit a container's processor time with; 0 and empty texts stand for nothing. */
export interface CpuSettings {
  /** Billionths of a core. */
  readonly NanoCpus?: number | undefined
  /** Microseconds of processor time in each period. */
  readonly CpuQuota?: number | undefined
  /** Microseconds; 100,000 when it is not given. */
  readonly CpuPeriod?: number | undefined
  /** The cores it may run on: "0-2,5". */
  readonly CpusetCpus?: string | undefined
}

/** The cores that a container may use, in whole and parts; undefined when nothing limits them. */
export function cpuLimit({ NanoCpus, CpuQuota, CpuPeriod, CpusetCpus }: CpuSettings): number | undefined {
  const limits = [
    (NanoCpus ?? 0) / 1e9,
    (CpuQuota ?? 0) / (CpuPeriod || 100_000),
    countCores(CpusetCpus ?? ''),
  ].filter((cores) => cores > 0)
  return limits.length === 0 ? undefined : Math.min(...limits)
}

function countCores(set: string): number {
  return set
    .split(',')
    .map((part) => /^(\d+)(?:-(\d+))?$/.exec(part.trim()))
    .reduce((count, range) => count + (range ? Number(range[2] ?? range[1]) - Number(range[1]) + 1 : 0), 0)
}
