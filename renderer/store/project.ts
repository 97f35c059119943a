import type { RecentProject } from '../../contract/app.ts'
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
  restoreProject(): Promise<void>
  loadRecent(): Promise<void>
  /** Throws when the folder holds no project that Shoal can run. */
  openProject(directory: string): Promise<void>
  openSample(): Promise<void>
  forgetProject(directory: string): Promise<void>
  closeProject(): void
}

export const projectSlice: Slice<ProjectSlice> = (set, get) => {
  const show = (project: RecentProject) => {
    sessionStorage.setItem(KEY, project.directory)
    set({ project })
    get().watchStack(project.directory)
  }
  return {
    project: null,
    recent: [],
    restoring: sessionStorage.getItem(KEY) !== null,
    async restoreProject() {
      const directory = sessionStorage.getItem(KEY)
      try {
        if (directory !== null && get().project === null)
          show(await link.call('projects.open', { directory }))
      } finally {
        set({ restoring: false })
      }
    },
    async loadRecent() {
      set({ recent: (await link.call('projects.recent', {})).projects })
    },
    async openProject(directory) {
      show(await link.call('projects.open', { directory }))
    },
    async openSample() {
      show(await link.call('projects.sample', {}))
    },
    async forgetProject(directory) {
      await link.call('projects.forget', { directory })
      await get().loadRecent()
    },
    closeProject() {
      sessionStorage.removeItem(KEY)
      get().unwatchStack()
      set({ project: null })
    },
  }
}
