import type { Diagnostic } from '@codemirror/lint'
import { setDiagnostics } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import type { EnvProblem } from '../../../../contract/env.ts'
import type { Checked } from '../draft/draft.ts'

/** Marks what is wrong where it stands. What was said of another text than the view's is left out. */
export function diagnose(view: EditorView, { text, problems }: Checked): void {
  if (view.state.doc.toString() !== text) return
  view.dispatch(setDiagnostics(view.state, problems.map(toDiagnostic)))
}

function toDiagnostic({ severity, message, hint, from, to, fix }: EnvProblem): Diagnostic {
  return {
    severity,
    message: hint === '' ? message : `${message} ${hint}`,
    from,
    to,
    ...(fix ? { actions: [{ name: fix.label, apply: (view) => applyFix(view, fix) }] } : {}),
  }
}

function applyFix(view: EditorView, { from, to, text }: NonNullable<EnvProblem['fix']>): void {
  view.dispatch({ changes: { from, to, insert: text }, userEvent: 'input.fix' })
  view.focus()
}
