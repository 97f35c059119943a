import { useDraft } from './draft.ts'
import { replaceText } from './set-text.ts'

/** Gives the edits up for the file as it is. */
export function discard(): void {
  const { file } = useDraft.getState()
  if (!file) return
  useDraft.setState({ refused: null })
  replaceText(file.text, 'Your edits were discarded.')
}

/** Ends a conflict with the file as somebody else left it. */
export function takeTheirs(): void {
  const { theirs } = useDraft.getState()
  if (!theirs) return
  useDraft.setState({ file: theirs, theirs: null, refused: null })
  replaceText(theirs.text, 'The editor shows the file as it is now.')
}

/** Ends a conflict with the edits: they are now edits of the file as somebody else left it. */
export function keepMine(): void {
  const { theirs } = useDraft.getState()
  if (theirs) useDraft.setState({ file: theirs, theirs: null })
}
