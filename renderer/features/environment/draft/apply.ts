import { ShoalError } from '../../../../contract/errors.ts'
import { useShoal } from '../../../store/store.ts'
import { change, type Draft, useDraft } from './draft.ts'
import { readFile } from './read-file.ts'

/** Whether `Apply` would do something, and may. */
export function canApply(draft: Draft): boolean {
  const { file, text, theirs, applying, checked, preview } = draft
  if (!file || applying || theirs) return false
  if (checked?.text === text && checked.problems.some(({ severity }) => severity === 'error')) return false
  return text !== file.text || (preview?.text === text && preview.replaced.length > 0)
}

/**
 * Writes the draft into the file and rolls it out where the stack runs. When that fails the engine puts the file back; the
 * draft keeps what was typed.
 */
export async function apply(): Promise<void> {
  const draft = useDraft.getState()
  const { directory, file, text, preview } = draft
  if (directory === null || file === null || !canApply(draft)) return
  useDraft.setState({ applying: true, applied: null, refused: null })
  try {
    const { command } = useShoal.getState()
    const outcome = await command('env.write', file.exists ? { text, expected: file.hash } : { text })
    const applied = {
      changed: outcome.changed,
      replaced: preview?.text === text ? preview.replaced : [],
      rolledOut: outcome.applied,
      at: Date.now(),
    }
    change(directory, () => ({ file: { text, hash: outcome.hash, exists: true }, applied }))
  } catch (thrown) {
    const error = ShoalError.from(thrown)
    // Reading the file again shows the conflict itself.
    if (error.code !== 'file-changed') change(directory, () => ({ refused: error.toData() }))
  } finally {
    change(directory, () => ({ applying: false }))
    await readFile()
  }
}
