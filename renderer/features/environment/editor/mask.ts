import { type EditorState, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { DOTS } from '../mask/dots.ts'
import { type Range, secretRanges } from '../mask/secret-ranges.ts'

/** Shows all secrets, or hides them again. */
export const setShown = StateEffect.define<boolean>()
/** Tells whether the editor has the focus: only then is the value at the cursor being edited. */
export const setFocused = StateEffect.define<boolean>()

class Dots extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    const dots = document.createElement('span')
    dots.className = 'cm-masked'
    dots.textContent = DOTS
    dots.title = 'Hidden. Put the cursor here to edit it.'
    dots.role = 'img'
    dots.ariaLabel = 'hidden value'
    return dots
  }
  override ignoreEvent(): boolean {
    return false
  }
}

const masked = Decoration.replace({ widget: new Dots() })

interface Mask {
  readonly shown: boolean
  readonly focused: boolean
  readonly secrets: readonly Range[]
  readonly decorations: DecorationSet
}

/**
 * Draws dots in place of values that look secret, except the one that is being edited. The text of a hidden value is not in
 * the page at all; copying the line copies it nevertheless.
 */
export const mask = StateField.define<Mask>({
  create: (state) => {
    const secrets = secretRanges(state.doc.toString())
    return { shown: false, focused: false, secrets, decorations: decorate(state, secrets, false) }
  },
  update(mask, { state, docChanged, selection, effects }) {
    let { shown, focused, secrets } = mask
    for (const effect of effects) {
      if (effect.is(setShown)) shown = effect.value
      if (effect.is(setFocused)) focused = effect.value
    }
    if (docChanged) secrets = secretRanges(state.doc.toString())
    else if (!selection && shown === mask.shown && focused === mask.focused) return mask
    const decorations = shown ? Decoration.none : decorate(state, secrets, focused)
    return { shown, focused, secrets, decorations }
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    EditorView.focusChangeEffect.of((_state, focused) => setFocused.of(focused)),
  ],
})

function decorate(state: EditorState, secrets: readonly Range[], focused: boolean): DecorationSet {
  const { from, to } = state.selection.main
  const builder = new RangeSetBuilder<Decoration>()
  for (const secret of secrets) {
    const edited = focused && secret.from <= from && to <= secret.to
    if (!edited) builder.add(secret.from, secret.to, masked)
  }
  return builder.finish()
}
