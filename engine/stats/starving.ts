import { bytesText } from '../../contract/bytes.ts'
import type { TotalUsage, Usage, Warning } from '../../contract/stats.ts'
import { type Latch, latch, RELEASED, type Rule } from './latch.ts'

/** Processor time comes in bursts: what is busy for a few seconds only is at work. */
const CPU: Rule = { high: 0.9, low: 0.75, raise: 5_000, clear: 5_000 }
/** Memory that is nearly gone is no burst. */
const MEMORY: Rule = { high: 0.9, low: 0.85, raise: 0, clear: 5_000 }

/** What one container uses, and of its memory what the kernel can not take back. */
export interface Measured {
  readonly usage: Usage
  readonly unreclaimable: number
}

export interface Machine {
  readonly cpus: number
  /** Bytes. */
  readonly memory: number
}

interface Finding {
  readonly key: string
  readonly share: number
  readonly rule: Rule
  readonly warning: Omit<Warning, 'since'>
}

/** Tells which containers get too little processor time or memory; keeps what it takes for that not to flicker. */
export class Starving {
  private latches = new Map<string, Latch>()

  /** Looks once more, at `at` milliseconds since the epoch. A container that is gone takes its warnings along. */
  look(
    project: string,
    measured: readonly Measured[],
    total: TotalUsage,
    machine: Machine,
    at: number,
  ): Warning[] {
    const latches = new Map<string, Latch>()
    const warnings: Warning[] = []
    for (const { key, share, rule, warning } of findings(project, measured, total, machine)) {
      const state = latch(this.latches.get(key) ?? RELEASED, share, at, rule)
      latches.set(key, state)
      if (state.raised && state.since !== undefined) warnings.push({ ...warning, since: state.since })
    }
    this.latches = latches
    return warnings
  }
}

function findings(
  project: string,
  measured: readonly Measured[],
  total: TotalUsage,
  machine: Machine,
): Finding[] {
  return [
    ...measured.flatMap((one) => [cpuOf(one, machine), memoryOf(one)]),
    cpuOfAll(project, total, machine),
  ]
}

function cpuOf({ usage }: Measured, machine: Machine): Finding {
  const { name, service, index, cpu, cpuLimit } = usage
  const own = cpuLimit < machine.cpus * 100
  const limit = own ? `its limit of ${coresText(cpuLimit / 100)}` : `the machine's ${coresText(machine.cpus)}`
  return {
    key: `cpu ${name}`,
    share: part(cpu, cpuLimit),
    rule: CPU,
    warning: {
      kind: 'cpu',
      name,
      service,
      index,
      text: `${name} uses ${percent(part(cpu, cpuLimit))} of ${limit}.`,
      hint: own
        ? `Raise "cpus" of ${service} in the compose file, or spread the load over more instances.`
        : 'Its requests wait for processor time: more instances on this machine will not help.',
    },
  }
}

function memoryOf({ usage, unreclaimable }: Measured): Finding {
  const { name, service, index, memoryLimit } = usage
  const share = part(unreclaimable, memoryLimit)
  return {
    key: `memory ${name}`,
    share,
    rule: MEMORY,
    warning: {
      kind: 'memory',
      name,
      service,
      index,
      text: `${name} needs ${percent(share)} of the ${bytesText(memoryLimit)} that it may use.`,
      hint: `The kernel kills a process of it when that is full: raise the memory limit of ${service} in the compose file, or look for what it keeps.`,
    },
  }
}

function cpuOfAll(project: string, total: TotalUsage, machine: Machine): Finding {
  const share = part(total.cpu, machine.cpus * 100)
  return {
    key: 'cpu',
    share,
    rule: CPU,
    warning: {
      kind: 'cpu',
      name: project,
      service: '',
      index: 0,
      text: `All containers of ${project} together use ${percent(share)} of the machine's ${coresText(machine.cpus)}.`,
      hint: 'Every instance waits for processor time: fewer instances may answer faster, or give the engine more cores.',
    },
  }
}

function part(used: number, limit: number): number {
  return limit > 0 ? used / limit : 0
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function coresText(cores: number): string {
  return `${Number(cores.toFixed(2))} ${cores === 1 ? 'core' : 'cores'}`
}
