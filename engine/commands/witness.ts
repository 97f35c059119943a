import { setTimeout as sleep } from 'node:timers/promises'
import type { Snapshot } from '../../contract/models.ts'
import type { Container, ContainerEvent, Docker } from '../docker/gateway.ts'
import { watchFile } from '../files/watch-file.ts'
import { absenceOf } from '../happenings/absence.ts'
import { patientsOf, sicknessOf } from '../happenings/sickness.ts'
import { ensureFolder } from '../lock/folder.ts'
import { LABELS } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { noteEntries, timelinePath } from '../timeline/file.ts'
import type { Host } from './host.ts'
import { noteNews } from './note-news.ts'

/** Events come in bursts: one look serves a burst. Milliseconds. */
const SETTLE = 50
/** Milliseconds until the next look while a command runs that may have done what was seen. */
const UNCLEAR = 1_000
/** Milliseconds for which somebody must be sick before it counts: who is being stopped fails its checks for a moment. */
const SICK = 1_000
/** Milliseconds before Docker is looked for again. */
const AGAIN = 2_000
/** Events that are kept in memory. */
const EVENTS = 2_000

/** Writes into a project's timeline what happens while somebody watches, and what Docker still knows of the time before. */
export class Witness {
  readonly #host: Host
  readonly #directory: string
  readonly #events = new Map<string, ContainerEvent>()
  readonly #sickSince = new Map<string, number>()
  #docker: Docker | undefined
  #label = ''
  #containers: readonly Container[] = []
  #listed = false
  #aftermath = false
  #snapshot: Snapshot | undefined
  #shown = ''
  #timer: NodeJS.Timeout | undefined
  #looking = false
  #again = false

  constructor(host: Host, directory: string) {
    this.#host = host
    this.#directory = directory
  }

  /** Watches until the signal fires, also over an engine that goes away and comes back. */
  async run(signal: AbortSignal): Promise<void> {
    await ensureFolder(this.#directory).catch(() => {})
    const unwatch = watchFile(timelinePath(this.#directory), () => this.#soon())
    while (!signal.aborted) {
      // Whoever needs Docker, or the project's files, learns what is wrong with them.
      await this.#follow(signal).catch(() => {})
      await sleep(AGAIN, undefined, { signal, ref: false }).catch(() => {})
    }
    unwatch()
    clearTimeout(this.#timer)
  }

  /** Takes note of who is healthy. */
  see(snapshot: Snapshot): void {
    this.#snapshot = snapshot
    const patients = patientsOf(snapshot)
    const sick = patients.filter(({ health }) => health === 'unhealthy').map(({ subject }) => subject.name)
    for (const name of this.#sickSince.keys()) if (!sick.includes(name)) this.#sickSince.delete(name)
    for (const name of sick) if (!this.#sickSince.has(name)) this.#sickSince.set(name, snapshot.at)
    const shown = patients.map(({ subject, health }) => `${subject.name} ${health}`).join()
    if (shown !== this.#shown) this.#soon(SICK)
    this.#shown = shown
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { docker, lost } = await this.#host.connector.connect()
    const { name } = await loadProject(this.#directory, { environment: this.#host.environment })
    this.#docker = docker
    this.#label = `${LABELS.project}=${name}`
    for await (const event of docker.events([this.#label], AbortSignal.any([signal, lost]))) {
      if (event.kind === 'container') this.#take([event])
      else if (event.kind === 'disconnected') await this.#note('away')
      else {
        await this.#note('back')
        this.#aftermath = true
        this.#listed = false
        this.#take(await docker.pastEvents([this.#label]))
      }
    }
  }

  #take(events: readonly ContainerEvent[]): void {
    for (const event of events) {
      this.#events.set(`${event.id} ${event.action} ${event.time}`, event)
      if (event.action === 'start') this.#listed = false
    }
    for (const key of this.#events.keys()) {
      if (this.#events.size <= EVENTS) break
      this.#events.delete(key)
    }
    this.#soon()
  }

  async #note(state: 'away' | 'back'): Promise<void> {
    await noteEntries(this.#directory, async ({ entries }) => absenceOf(state, entries, Date.now()))
  }

  #soon(delay = SETTLE): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#look(), delay)
    this.#timer.unref()
  }

  async #look(): Promise<void> {
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = true
    const unclear = await this.#lookOnce().catch(() => false)
    this.#looking = false
    if (this.#again) this.#soon()
    else if (unclear) this.#soon(UNCLEAR)
    this.#again = false
  }

  async #lookOnce(): Promise<boolean> {
    if (!this.#docker) return false
    if (!this.#listed) {
      this.#listed = true
      this.#containers = await this.#docker.listContainers([this.#label])
    }
    const aftermath = this.#aftermath
    this.#aftermath = false
    const now = Date.now()
    const patients = (this.#snapshot ? patientsOf(this.#snapshot) : []).filter(
      ({ subject }) => (this.#sickSince.get(subject.name) ?? 0) <= now - SICK,
    )
    return await noteNews(this.#directory, {
      events: [...this.#events.values()].sort((a, b) => a.time - b.time),
      containers: this.#containers,
      aftermath,
      more: ({ entries }, ownerOf) =>
        sicknessOf(patients, entries, { ownerOf, sickSince: this.#sickSince, now }),
    })
  }
}

/** Somebody's share in the one witness of a project. */
export interface WitnessLease {
  see(snapshot: Snapshot): void
  release(): void
}

/** Has somebody watch a project from now on until every lease is released. */
export function leaseWitness(host: Host, directory: string): WitnessLease {
  const slot = host.slot(directory)
  if (!slot.witness) {
    const stop = new AbortController()
    const witness = new Witness(host, directory)
    void witness.run(stop.signal)
    slot.witness = { witness, stop, users: 0 }
  }
  const shared = slot.witness
  shared.users += 1
  return {
    see: (snapshot) => shared.witness.see(snapshot),
    release: () => {
      shared.users -= 1
      if (shared.users > 0) return
      shared.stop.abort()
      slot.witness = undefined
    },
  }
}
