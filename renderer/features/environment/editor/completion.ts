import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { EnvKey } from '../../../../contract/env.ts'
import { useDraft } from '../draft/draft.ts'
import { explain, keyOfLine, SOURCES } from './known.ts'

/** Completes names, with what they mean, and after `=` the example. */
export const completion = autocompletion({ override: [complete], icons: false })

function complete(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos)
  const before = line.text.slice(0, context.pos - line.from)
  const { keys } = useDraft.getState()
  const name = /^\s*(?:export\s+)?([\w.-]*)$/.exec(before)?.[1]
  if (name === undefined) return completeValue(keys, before, context)
  if (name === '' && !context.explicit) return null
  const used = new Set(context.state.doc.toString().split('\n').map(setKey))
  const options = keys.filter(({ key }) => key === name || !used.has(key)).map(toOption)
  return { from: context.pos - name.length, options, validFor: /^[\w.-]*$/ }
}

function completeValue(
  keys: readonly EnvKey[],
  before: string,
  { explicit, pos }: CompletionContext,
): CompletionResult | null {
  const [, name, value = ''] = /^\s*(?:export\s+)?([\w.-]+)=(\S*)$/.exec(before) ?? []
  const known = keys.find(({ key }) => key === name)
  if (!known?.example || (value === '' && !explicit)) return null
  return { from: pos - value.length, options: [{ label: known.example, detail: 'example' }] }
}

function toOption(known: EnvKey): Completion {
  return {
    label: known.key,
    detail: SOURCES[known.source],
    info: () => explain(known),
    // What the project itself names comes before what is merely known.
    boost: known.source === 'known' ? -1 : 0,
    apply: (view, _completion, from, to) => insert(view, known, from, to),
  }
}

/** Writes the name and the example, which is then selected; only the name where a value stands already. */
function insert(view: EditorView, { key, example }: EnvKey, from: number, to: number): void {
  const follows = view.state.sliceDoc(to, view.state.doc.lineAt(to).to)
  const text = /^\s*[=:]/.test(follows) ? key : `${key}=${example}`
  const head = from + text.length
  const anchor = text === key ? head : head - example.length
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor, head },
    userEvent: 'input.complete',
  })
}

function setKey(line: string): string | undefined {
  return line.trimStart().startsWith('#') ? undefined : keyOfLine(line)?.key
}
