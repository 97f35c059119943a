import type { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type Draft, useDraft } from '../draft/draft.ts'
import { createState } from './create-state.ts'
import { diagnose } from './diagnose.ts'
import { setFocused, setShown } from './mask.ts'
import { smallestChange } from './smallest-change.ts'

/** The state that the last editor had, so that undoing still works after a look at another view. */
let kept: { directory: string | null; state: EditorState } | null = null
let open: EditorView | null = null
let wanted: { from: number; to: number } | null = null

/** Opens the editor on the draft, and keeps the two in step. Returns how to close it. */
export function openEditor(parent: HTMLElement): () => void {
  const { directory, text } = useDraft.getState()
  const state = kept?.directory === directory ? kept.state : createState(text)
  const view = new EditorView({ state, parent })
  view.dispatch({ effects: setFocused.of(false) })
  const follow = (draft: Draft, before?: Draft) => {
    if (draft.directory !== directory) return
    const present = view.state.doc.toString()
    if (draft.text !== present) view.dispatch({ changes: smallestChange(present, draft.text) })
    if (draft.shown !== before?.shown) view.dispatch({ effects: setShown.of(draft.shown) })
    if (draft.checked && draft.checked !== before?.checked) diagnose(view, draft.checked)
  }
  follow(useDraft.getState())
  const stop = useDraft.subscribe(follow)
  open = view
  if (wanted) jumpTo(wanted)
  return () => {
    stop()
    kept = { directory, state: view.state }
    open = null
    view.destroy()
  }
}

/** Shows a place of the text in the editor, which takes the focus; opens the editor where the table is shown. */
export function jumpTo({ from, to }: { from: number; to: number }): void {
  if (!open) {
    wanted = { from, to }
    useDraft.setState({ view: 'editor' })
    return
  }
  wanted = null
  const end = open.state.doc.length
  open.dispatch({
    selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
    effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' }),
  })
  open.focus()
}
