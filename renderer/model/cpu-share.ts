import type { Usage } from '../../contract/stats.ts'

/** Per cent of the CPU that the container may use. Pure. */
export function cpuShare({ cpu, cpuLimit }: Pick<Usage, 'cpu' | 'cpuLimit'>): number {
  return cpuLimit > 0 ? (cpu / cpuLimit) * 100 : 0
}
