import type { TotalUsage, Usage } from '../../contract/stats.ts'

/** What containers use together. */
export function addUp(containers: readonly Usage[]): TotalUsage {
  const sum = (of: (usage: Usage) => number) => containers.reduce((total, usage) => total + of(usage), 0)
  return {
    cpu: sum(({ cpu }) => cpu),
    memory: sum(({ memory }) => memory),
    rates: {
      received: sum(({ rates }) => rates.received),
      sent: sum(({ rates }) => rates.sent),
      read: sum(({ rates }) => rates.read),
      written: sum(({ rates }) => rates.written),
    },
    processes: sum(({ processes }) => processes),
  }
}
