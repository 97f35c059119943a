import { expect, test } from 'vitest'
import { type CpuSettings, cpuLimit } from '../../../../../engine/docker/containers/cpu-limit.ts'

const CASES: [CpuSettings, number | undefined][] = [
  [{}, undefined],
  [{ NanoCpus: 0, CpuQuota: 0, CpuPeriod: 0, CpusetCpus: '' }, undefined],
  [{ NanoCpus: 1_500_000_000 }, 1.5],
  [{ CpuQuota: 50_000 }, 0.5],
  [{ CpuQuota: 50_000, CpuPeriod: 25_000 }, 2],
  [{ CpusetCpus: '0-2,5' }, 4],
  [{ NanoCpus: 3_000_000_000, CpusetCpus: '0,1' }, 2],
]

test.each(CASES)('%j is %s cores', (settings, cores) => {
  expect(cpuLimit(settings)).toBe(cores)
})
