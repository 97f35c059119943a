import { tellDone } from '../../../lib/notify.ts'
import { useShoal } from '../../../store/store.ts'
import { isEdited, useDraft } from './draft.ts'

let listening = false

/** From now on tells, whenever the window leaves a project whose `.env` has edits, that they wait there. */
export function tellKept(): void {
  if (listening) return
  listening = true
  useShoal.subscribe(({ project }, { project: left }) => {
    const draft = useDraft.getState()
    if (!left || left.directory === project?.directory || draft.directory !== left.directory) return
    if (isEdited(draft)) tellDone(`Your edits of ${left.name}’s .env are kept while this window is open.`)
  })
}
