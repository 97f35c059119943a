import { link } from '../../../bridge/engine.ts'
import { useDraft } from './draft.ts'

/**
 * Begins a `.env` with what `.env.example` names, each variable under its explanation. Nothing is written yet.
 *
 * @throws ShoalError when the engine cannot be asked.
 */
export async function beginWithExample(): Promise<void> {
  let text = ''
  for (const { key, about, example, source } of useDraft.getState().keys) {
    if (source !== 'example') continue
    const comment = about === '' ? '' : `# ${about}\n`
    const before = text === '' ? comment : `${text}\n${comment}`
    text = (await link.call('env.edit', { text: before, set: { [key]: example } })).text
  }
  useDraft.setState({ text: text.replace(/\n?$/, '\n') })
}
