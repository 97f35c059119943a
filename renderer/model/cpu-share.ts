import type { Used } from './usage-now.ts'

/** Per cent of what the container may use. Pure. */
export function cpuShare({ cpu, cpuLimit }: Pick<Used, 'cpu' | 'cpuLimit'>): number {
  return cpuLimit > 0 ? cpu / cpuLimit : 0
}
