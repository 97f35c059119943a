import { tellDone } from '../../../lib/notify.ts'
import { useDraft } from './draft.ts'

/** Puts a text into the draft. How the last `Apply` ended is then over. */
export function setText(text: string): void {
  if (useDraft.getState().text !== text) useDraft.setState({ text, applied: null })
}

/** Replaces the text and offers to take that back. */
export function replaceText(text: string, message: string): void {
  const before = useDraft.getState().text
  setText(text)
  offerUndo(before, message)
}

/** Tells what was done to the text, and offers to take it back as long as nothing else is typed. */
export function offerUndo(before: string, message: string): void {
  const { text } = useDraft.getState()
  const onClick = () => useDraft.getState().text === text && setText(before)
  tellDone(message, { label: 'Undo', onClick })
}
