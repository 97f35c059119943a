import { Tooltip } from 'radix-ui'
import { useEffect } from 'react'
import { Palette } from '../features/palette/palette.tsx'
import { ShortcutSheet } from '../features/shortcuts/shortcut-sheet.tsx'
import { useShortcuts } from '../features/shortcuts/use-shortcuts.ts'
import { FolderPicker } from '../features/welcome/folders/folder-picker.tsx'
import { Welcome } from '../features/welcome/welcome.tsx'
import { usePick } from '../store/store.ts'
import { Announcer } from './announcer.tsx'
import { Connecting } from './connecting.tsx'
import { Toasts } from './toasts.tsx'
import { useTheme } from './use-theme.ts'
import { useWindow } from './use-window.ts'
import { ProjectWindow } from './window.tsx'

/** Milliseconds for which the pointer rests before a tooltip shows. */
const REST = 500

/** The whole window: the welcome screen, or the open project. */
export function App() {
  const { project, restoring } = usePick(({ project, restoring }) => ({ project, restoring }))
  useWindow()
  useShortcuts()
  useTheme()

  useEffect(() => {
    // The name only: a title is seen by every program that lists windows.
    document.title = project ? `${project.name} – Shoal` : 'Shoal'
  }, [project])

  return (
    <Tooltip.Provider delayDuration={REST}>
      {project ? <ProjectWindow key={project.directory} /> : restoring ? <Connecting /> : <Welcome />}
      <Palette />
      <ShortcutSheet />
      <FolderPicker />
      <Announcer />
      <Toasts />
    </Tooltip.Provider>
  )
}
