import { link } from '../../../bridge/engine.ts'
import { useDraft } from './draft.ts'
import { setText } from './set-text.ts'

interface Edit {
  readonly set?: Record<string, string>
  readonly unset?: string[]
}

/**
 * Sets and removes variables in the draft; whatever is not named keeps its bytes.
 *
 * @throws ShoalError `usage` for a name that can't be one, `env-invalid` when the text is malformed.
 */
export async function editVariables(edit: Edit): Promise<void> {
  const { text } = useDraft.getState()
  const edited = await link.call('env.edit', { text, ...edit })
  // Something else was typed meanwhile: it would be lost.
  if (useDraft.getState().text === text) setText(edited.text)
}
