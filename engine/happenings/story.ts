import type { TimelineEntry } from '../../contract/timeline.ts'
import type { ContainerEvent } from '../docker/gateway.ts'
import { factOf, type Subject } from './fact.ts'
import type { Owner } from './owner.ts'
import { exitText, isDeadly, KILL, signalName } from './signals.ts'

/** A process that does not end within this time did not end by the signal that it was sent. Milliseconds. */
const DYING = 120_000
/** What follows within this time is part of the same: stopped and started is restarted. Milliseconds. */
const TOGETHER = 10_000

interface Kill {
  readonly at: number
  readonly signal: number
  readonly own: boolean
}

interface Death {
  readonly at: number
  readonly id: string
  /** Who wanted it; `nobody`: it ended by itself. */
  readonly by: 'shoal' | 'outside' | 'nobody'
  /** When it was first asked to end. */
  readonly asked: number
  /** By SIGKILL. */
  readonly killed: boolean
}

/** What happened to one container, event by event. */
export class Story {
  readonly #subject: Subject
  readonly #restarts: number | undefined
  readonly #told = new Map<string, TimelineEntry>()
  /** Starts by the restart policy since somebody started it last. */
  #policyStarts: TimelineEntry[] = []
  #created: { readonly id: string; readonly at: number } | undefined
  #kill: Kill | undefined
  #oom: { readonly id: string; readonly at: number } | undefined
  #death: Death | undefined
  #pausedAt: number | undefined
  #unclear = false

  /** @param restarts how often the restart policy has started it by now, as far as that is known */
  constructor(subject: Subject, restarts: number | undefined) {
    this.#subject = subject
    this.#restarts = restarts
  }

  take(event: ContainerEvent, owner: Owner): void {
    // What comes after something that is not clear yet depends on it.
    if (owner === 'unknown') this.#unclear = true
    if (this.#unclear) return
    this.#follow(event, owner === 'own')
  }

  entries(): TimelineEntry[] {
    // Docker tells how often it was by now, so the last start has that number.
    const last = this.#restarts ?? 0
    const numbered = this.#policyStarts.map((entry, at) => {
      const number = last - (this.#policyStarts.length - 1 - at)
      return number > 0 ? { ...entry, what: `${entry.what} (restart ${number})` } : entry
    })
    return [...this.#told.values(), ...numbered]
  }

  #follow(event: ContainerEvent, own: boolean): void {
    const { action } = event
    if (action === 'create') this.#create(event, own)
    else if (action === 'start') this.#start(event, own)
    else if (action === 'kill') this.#signal(event, own)
    else if (action === 'oom') this.#starve(event)
    else if (action === 'die') this.#die(event, own)
    else if (action === 'pause' || action === 'unpause') this.#pause(event, own)
    else if (action === 'destroy') this.#destroy(event, own)
  }

  #create({ id, time }: ContainerEvent, own: boolean): void {
    const known = { id: keyOf(id, 'create', time), at: time }
    this.#created = own ? undefined : known
    if (!own) this.#tell('was created from outside', { ...known, cause: 'docker' })
  }

  #start({ id, time }: ContainerEvent, own: boolean): void {
    const [death, created] = [this.#death, this.#created]
    this.#death = undefined
    this.#created = undefined
    this.#kill = undefined
    this.#oom = undefined
    const key = keyOf(id, 'start', time)
    const soonAfter = (moment: number) => time - moment <= TOGETHER
    // The first that is known of it: an end that is not known was before.
    const byPolicy = death ? death.by === 'nobody' : !created && !own && (this.#restarts ?? 0) > 0
    if (byPolicy && this.#restarts !== 0) {
      this.#policyStarts.push(
        factOf(this.#subject, 'was started again by Docker', {
          id: key,
          at: time,
          cause: 'restart-policy',
          took: death ? time - death.at : null,
        }),
      )
      return
    }
    this.#policyStarts = this.#settlePolicyStarts()
    if (own) return
    if (created && soonAfter(created.at))
      this.#tell('was created and started from outside', { ...created, cause: 'docker' })
    else if (death?.by === 'outside' && soonAfter(death.at))
      this.#tell(death.killed ? 'was killed and started again from outside' : 'was restarted from outside', {
        id: death.id,
        at: death.asked,
        cause: 'docker',
        took: time - death.asked,
        broke: death.killed,
      })
    else this.#tell('was started from outside', { id: key, at: time, cause: 'docker' })
  }

  #signal({ time, signal = KILL }: ContainerEvent, own: boolean): void {
    if (isDeadly(signal)) this.#kill ??= { at: time, signal, own }
  }

  #starve({ id, time }: ContainerEvent): void {
    this.#oom = { id: keyOf(id, 'oom', time), at: time }
    this.#tell('used more memory than it may; the kernel killed a process in it', {
      ...this.#oom,
      cause: 'crash',
      broke: true,
    })
  }

  #die({ id, time, exitCode = 0 }: ContainerEvent, own: boolean): void {
    const [kill, oom] = [this.#kill, this.#oom]
    const key = keyOf(id, 'die', time)
    const asked = kill && time - kill.at <= DYING ? kill : undefined
    this.#kill = undefined
    if (asked ? asked.own : own) {
      this.#death = { at: time, id: key, by: 'shoal', asked: time, killed: false }
    } else if (asked) {
      const killed = asked.signal === KILL
      this.#death = { at: time, id: key, by: 'outside', asked: asked.at, killed }
      this.#tell(
        killed
          ? 'was killed from outside (SIGKILL)'
          : `was stopped from outside (${signalName(asked.signal)}, exit code ${exitCode})`,
        { id: key, at: asked.at, cause: 'docker', took: time - asked.at, broke: killed },
      )
    } else {
      const short = oom && time - oom.at <= TOGETHER ? oom : undefined
      this.#death = { at: time, id: short?.id ?? key, by: 'nobody', asked: time, killed: false }
      const words = short ? `ran out of memory and was killed (exit code ${exitCode})` : endWords(exitCode)
      this.#tell(words, {
        ...(short ?? { id: key, at: time }),
        cause: 'crash',
        broke: short !== undefined || exitCode !== 0,
      })
    }
  }

  #pause({ id, action, time }: ContainerEvent, own: boolean): void {
    const began = this.#pausedAt
    this.#pausedAt = action === 'pause' ? time : undefined
    if (own) return
    const fact = { id: keyOf(id, action, time), at: time, cause: 'docker' as const }
    if (action === 'pause') this.#tell('was paused from outside', fact)
    else this.#tell('was resumed from outside', { ...fact, took: began === undefined ? null : time - began })
  }

  #destroy({ id, time }: ContainerEvent, own: boolean): void {
    const death = this.#death
    if (own) return
    const together = death?.by === 'outside' && time - death.at <= TOGETHER
    const fact = together
      ? { id: death.id, at: death.asked, took: time - death.asked }
      : { id: keyOf(id, 'destroy', time), at: time }
    this.#tell('was removed from outside', { ...fact, cause: 'docker' })
  }

  /** Later restarts count from one again, so these have numbers that nobody knows. */
  #settlePolicyStarts(): [] {
    for (const entry of this.#policyStarts) this.#told.set(entry.id, entry)
    return []
  }

  #tell(words: string, options: Parameters<typeof factOf>[2]): void {
    this.#told.set(options.id, factOf(this.#subject, words, options))
  }
}

function endWords(exitCode: number): string {
  if (exitCode === 0) return 'ended by itself (exit code 0)'
  // A signal that did not come through Docker: somebody's kill on this machine, or the kernel.
  if (exitCode === 128 + KILL) return `was killed, not through Docker (${exitText(exitCode)})`
  return `crashed (${exitText(exitCode)})`
}

/** The same thing has the same id for everyone who sees it. */
function keyOf(id: string, action: string, time: number): string {
  return `${id.slice(0, 12)} ${action} ${time}`
}
