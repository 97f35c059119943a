import type { RecentProject } from '../../contract/app.ts'
import { type ErrorData, ShoalError } from '../../contract/errors.ts'
import { link } from '../bridge/engine.ts'
import type { Slice } from './types.ts'

/** The project that this window shows survives a reload, and no more than that. */
const KEY = 'shoal.project'

export interface ProjectSlice {
  /** The project that the window shows; null on the welcome screen. */
  project: RecentProject | null
  recent: readonly RecentProject[]
  /** Whether the window is still finding out which project it showed last. */
  restoring: boolean
  /** What is being opened: a folder, or `sample`. */
  opening: string | null
  /** Why the last one could not be opened; null once another is tried. */
  openError: ErrorData | null
  restoreProject(): Promise<void>
  loadRecent(): Promise<void>
  /** Throws when the folder holds no project that Shoal can run. */
  openProject(directory: string): Promise<void>
  openSample(): Promise<void>
  /** Lets the user choose a folder, in the system's own dialog where there is one, and opens what is in it. */
  chooseProject(): Promise<void>
  forgetProject(directory: string): Promise<void>
  closeProject(): void
}

export const projectSlice: Slice<ProjectSlice> = (set, get) => {
  const show = (project: RecentProject) => {
    sessionStorage.setItem(KEY, project.directory)
    set({ project, overlay: null })
    get().watchStack(project.directory)
  }
  const refuse = (thrown: unknown): never => {
    set({ openError: ShoalError.from(thrown).toData() })
    throw thrown
  }
  const open = async (what: string, ask: () => Promise<RecentProject>) => {
    set({ opening: what, openError: null })
    try {
      const project = await ask()
      // What was chosen later wins over a slower one.
      if (get().opening === what) show(project)
    } catch (thrown) {
      refuse(thrown)
    } finally {
      if (get().opening === what) set({ opening: null })
    }
    void recall()
  }
  const recall = () =>
    get()
      .loadRecent()
      .catch(() => {})
  return {
    project: null,
    recent: [],
    restoring: sessionStorage.getItem(KEY) !== null,
    opening: null,
    openError: null,
    async restoreProject() {
      const directory = sessionStorage.getItem(KEY)
      if (directory === null || get().project !== null) return set({ restoring: false })
      try {
        await get().openProject(directory)
      } catch (thrown) {
        // The connection was lost meanwhile; the next one asks again.
        if (ShoalError.from(thrown).code === 'disconnected') return
        sessionStorage.removeItem(KEY)
      }
      set({ restoring: false })
    },
    async loadRecent() {
      const { projects } = await link.call('projects.recent', {})
      // It is asked for again and again; the same answer must not draw anything anew.
      if (JSON.stringify(projects) !== JSON.stringify(get().recent)) set({ recent: projects })
    },
    async openProject(directory) {
      await open(directory, () => link.call('projects.open', { directory }))
    },
    async openSample() {
      await open('sample', () => link.call('projects.sample', {}))
    },
    async chooseProject() {
      if (!get().about?.folderDialog) return get().show('folders')
      const { directory } = await link.call('app.choose-folder', {}).catch(refuse)
      if (directory !== null) await get().openProject(directory)
    },
    async forgetProject(directory) {
      await link.call('projects.forget', { directory })
      await get().loadRecent()
    },
    closeProject() {
      sessionStorage.removeItem(KEY)
      get().unwatchStack()
      set({ project: null, openError: null })
      void recall()
    },
  }
}
