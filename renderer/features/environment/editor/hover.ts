import { hoverTooltip } from '@codemirror/view'
import { useDraft } from '../draft/draft.ts'
import { explain, keyOfLine } from './known.ts'

/** What a variable means, when the pointer rests on its name. */
export const hover = hoverTooltip((view, position) => {
  const line = view.state.doc.lineAt(position)
  const found = keyOfLine(line.text)
  const known = useDraft.getState().keys.find(({ key }) => key === found?.key)
  if (!found || !known) return null
  const pos = line.from + found.at
  const end = pos + found.key.length
  if (position < pos || position > end) return null
  return { pos, end, above: true, create: () => ({ dom: explain(known) }) }
})
