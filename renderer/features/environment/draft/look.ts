import { ShoalError } from '../../../../contract/errors.ts'
import { link } from '../../../bridge/engine.ts'
import { change, type Draft } from './draft.ts'

/** Asks what is wrong with a text. An answer that comes after the text has changed is dropped. */
export async function check(directory: string, text: string, signal: AbortSignal): Promise<void> {
  const found = await link.call('env.check', { directory, text }, { signal }).catch(() => undefined)
  if (found) keep(directory, text, { checked: { ...found, text } })
}

/** Asks what applying a text would change. An answer that comes after the text has changed is dropped. */
export async function preview(directory: string, text: string, signal: AbortSignal): Promise<void> {
  try {
    const { changes, plan, replaced } = await link.call('env.preview', { directory, text }, { signal })
    keep(directory, text, { preview: { changes, plan, replaced, text }, previewError: null })
  } catch (thrown) {
    const error = ShoalError.from(thrown)
    if (error.code === 'cancelled' || error.code === 'disconnected') return
    keep(directory, text, { preview: null, previewError: error.toData() })
  }
}

function keep(directory: string, text: string, answer: Partial<Draft>): void {
  change(directory, (draft) => (draft.text === text ? answer : {}))
}
