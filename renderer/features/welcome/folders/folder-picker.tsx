import { Dialog } from '../../../components/dialog.tsx'
import { usePick } from '../../../store/store.ts'
import { FolderBrowser } from './folder-browser.tsx'

/** Chooses the folder of a project where the system has no dialog for that: in a browser. */
export function FolderPicker() {
  const { open, show } = usePick(({ overlay, show }) => ({ open: overlay === 'folders', show }))
  return (
    <Dialog
      open={open}
      onClose={() => show(null)}
      title="Open a folder"
      about="A project is a folder with a compose file."
      wide
    >
      <FolderBrowser onClose={() => show(null)} />
    </Dialog>
  )
}
