import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, toggleComment } from '@codemirror/commands'
import { lintKeymap } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { useDraft } from '../draft/draft.ts'
import { setText } from '../draft/set-text.ts'
import { completion } from './completion.ts'
import { hover } from './hover.ts'
import { keyOfLine } from './known.ts'
import { language } from './language.ts'
import { mask } from './mask.ts'
import { theme } from './theme.ts'

/** What is typed goes into the draft at once; so does which variable the cursor is at. */
const report = EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
  if (docChanged) setText(state.doc.toString())
  if (!docChanged && !selectionSet) return
  const cursorKey = keyOfLine(state.doc.lineAt(state.selection.main.head).text)?.key ?? null
  if (useDraft.getState().cursorKey !== cursorKey) useDraft.setState({ cursorKey })
})

/** The editor of a `.env`. Tab moves on to the next control: such a file has nothing to indent. */
export function createState(doc: string): EditorState {
  return EditorState.create({
    doc,
    extensions: [
      // A carriage return is part of its line, so that every byte and every offset is as in the file.
      EditorState.lineSeparator.of('\n'),
      EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
      EditorState.languageData.of(() => [
        { commentTokens: { line: '#' }, closeBrackets: { brackets: ['"', "'", '{'] } },
      ]),
      EditorView.contentAttributes.of({ 'aria-label': 'Text of .env', spellcheck: 'false', tabindex: '0' }),
      EditorView.lineWrapping,
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      history(),
      closeBrackets(),
      search({ top: true }),
      language,
      mask,
      completion,
      hover,
      theme,
      report,
      keymap.of([
        { key: 'Mod-/', run: toggleComment },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...lintKeymap.filter(({ key }) => key === 'F8'),
        ...historyKeymap,
        ...defaultKeymap,
      ]),
    ],
  })
}
