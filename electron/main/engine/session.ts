import { basename } from 'node:path'
import type { Engine } from '../../../contract/engine.ts'
import type { Activity, Snapshot } from '../../../contract/models.ts'
import type { ShellStore } from '../state.ts'
import { follow } from './follow.ts'

/** Who else hears what happens in the open project. */
export interface ProjectEvents {
  onSnapshot(snapshot: Snapshot): void
  onActivity(activity: Activity, project: string): void
}

/** What main reads from one run of the engine: settings, recent projects, and the open project's state. */
export class EngineSession {
  readonly #engine: Engine
  readonly #store: ShellStore
  readonly #events: ProjectEvents
  readonly #closed = new AbortController()
  #project = new AbortController()

  constructor(engine: Engine, store: ShellStore, events: ProjectEvents) {
    this.#engine = engine
    this.#store = store
    this.#events = events
    void follow(engine, 'settings.watch', {}, this.#closed.signal, (settings) => store.set({ settings }))
  }

  /** Turns to the project that was open, or was opened last; to none when there was none. */
  async resume(): Promise<void> {
    await this.#readRecent()
    const directory =
      this.#store.state.directory ?? this.#store.state.recent.find((one) => one.present)?.directory
    if (directory !== undefined) this.#watch(directory)
  }

  /** Turns to a project that a page has opened. */
  async turnTo(directory: string): Promise<void> {
    this.#watch(directory)
    await this.#readRecent()
  }

  close(): void {
    this.#closed.abort()
    this.#project.abort()
  }

  #watch(directory: string): void {
    this.#project.abort()
    this.#project = new AbortController()
    const { signal } = this.#project
    if (this.#store.state.directory !== directory) this.#store.set({ directory, snapshot: undefined })
    const see = (snapshot: Snapshot) => {
      this.#events.onSnapshot(snapshot)
      this.#store.set({ snapshot })
    }
    const lose = () => this.#store.set({ snapshot: undefined })
    void follow(this.#engine, 'stack.watch', { directory }, signal, see, lose)
    void follow(this.#engine, 'stack.activity', { directory }, signal, (activity) =>
      this.#events.onActivity(activity, this.#store.state.snapshot?.project ?? basename(directory)),
    )
  }

  async #readRecent(): Promise<void> {
    const { projects } = await this.#engine.call('projects.recent', {}).catch(() => ({ projects: [] }))
    this.#store.set({ recent: projects })
  }
}
