import { bytesText } from '../../contract/bytes.ts'
import type { Warning } from '../../contract/stats.ts'

/** How long a process that was killed for want of memory is told of. Milliseconds. */
export const REMEMBERED = 10 * 60_000
/** How a process ends that was killed: 128 + SIGKILL. */
const KILLED = 137

/** A container, by what its labels say. */
export interface Named {
  readonly name: string
  readonly service: string
  readonly index: number
}

/** Something that Docker told of a container. Times are milliseconds since the epoch. */
export interface Happened extends Named {
  readonly id: string
  /** `oom`, `kill`, `die`, `destroy`, ... */
  readonly action: string
  readonly time: number
  readonly exitCode?: number
}

/** A container as it is. */
export interface Standing extends Named {
  readonly id: string
  readonly oomKilled: boolean
  readonly running: boolean
  readonly finishedAt?: number
}

interface Case {
  readonly who: Named
  readonly times: number
  readonly last: number
  /** Whether the container itself ended with it, rather than one of its other processes. */
  readonly died: boolean
  /** Whether Docker said so; otherwise it was killed by nobody whom Docker knows. */
  readonly sure: boolean
}

/** Keeps which containers lost a process for want of memory, from Docker's events and from how containers ended. */
export class OutOfMemory {
  private readonly cases = new Map<string, Case>()
  /** When a container was last sent a signal through Docker. */
  private readonly signalled = new Map<string, number>()

  /** Takes in an event; one that comes twice counts once. */
  happened({ id, action, time, exitCode, name, service, index }: Happened): void {
    const known = this.cases.get(id)
    const who = { name, service, index }
    if (action === 'kill') this.signalled.set(id, time)
    else if (action === 'destroy') this.forget(id)
    else if (action === 'oom') {
      if (known && time <= known.last) return
      // A `die` may be told before the `oom` that it is the end of.
      const same = known !== undefined && !known.sure && time - known.last < 2_000
      const times = (known?.times ?? 0) + (same ? 0 : 1)
      this.cases.set(id, { who, times, last: time, died: same, sure: true })
    } else if (action === 'die' && exitCode === KILLED) {
      if (known && time - known.last < 2_000) this.cases.set(id, { ...known, died: true })
      else if (!known?.sure && time - (this.signalled.get(id) ?? Number.NEGATIVE_INFINITY) > 60_000)
        this.cases.set(id, { who, times: (known?.times ?? 0) + 1, last: time, died: true, sure: false })
    }
  }

  /**
   * Takes in how containers stand: Docker remembers of the last end of each whether memory was the reason, and some engines
   * still do when it was started again.
   */
  stands(containers: readonly Standing[], at: number): void {
    for (const { id, oomKilled, running, finishedAt, name, service, index } of containers) {
      const known = this.cases.get(id)
      const last = finishedAt ?? (running ? undefined : at)
      if (!oomKilled || last === undefined || (known && running)) continue
      this.cases.set(id, {
        who: { name, service, index },
        times: 1,
        last,
        ...known,
        died: true,
        sure: true,
      })
    }
  }

  /** What is to be told at `at`. `limits` are the containers' memory limits in bytes, by name, where they have one. */
  warnings(at: number, limits: ReadonlyMap<string, number>): Warning[] {
    const told: Warning[] = []
    for (const [id, one] of this.cases) {
      if (at - one.last > REMEMBERED) this.forget(id)
      else told.push(toWarning(one, limits.get(one.who.name)))
    }
    return told
  }

  private forget(id: string): void {
    this.cases.delete(id)
    this.signalled.delete(id)
  }
}

function toWarning({ who, times, last, died, sure }: Case, limit: number | undefined): Warning {
  const often = times > 1 ? `, ${times} times by now` : ''
  const at = limit === undefined ? '' : ` at its limit of ${bytesText(limit)}`
  const what = died ? `${who.name} was killed` : `A process in ${who.name} was killed`
  return {
    kind: 'oom',
    ...who,
    text: sure
      ? `${what} because memory ran out${at}${often}.`
      : `${who.name} was killed by nobody that Docker knows of (exit code ${KILLED})${often}.`,
    hint: sure
      ? `Raise the memory limit of ${who.service} in the compose file, or look for what it keeps in memory.`
      : "The kernel does so when the machine's memory runs out: see what uses it, or give the engine more.",
    since: last,
  }
}
