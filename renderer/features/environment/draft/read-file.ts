import { ShoalError } from '../../../../contract/errors.ts'
import { link } from '../../../bridge/engine.ts'
import { change, turnTo, useDraft } from './draft.ts'
import { meet } from './meet.ts'
import { tellKept } from './tell-kept.ts'

/** Turns to a project and reads its `.env`, with what is known of its variables. */
export async function openDraft(directory: string): Promise<void> {
  turnTo(directory)
  tellKept()
  await Promise.all([readFile(), readKeys(directory)])
}

/**
 * Looks whether the file is another by now. While a rollout runs it is Shoal itself that writes it, and may put it back, so
 * that is no time to look.
 */
export async function readFile(): Promise<void> {
  const { directory, applying } = useDraft.getState()
  if (directory === null || applying) return
  try {
    const found = await link.call('env.read', { directory })
    change(directory, (draft) => (draft.applying ? {} : meet(draft, found)))
  } catch (thrown) {
    const error = ShoalError.from(thrown)
    // A lost connection is told by the window, and the file is read again after it.
    if (error.code !== 'disconnected') change(directory, () => ({ readError: error.toData() }))
  }
}

async function readKeys(directory: string): Promise<void> {
  const answer = await link.call('env.keys', { directory }).catch(() => undefined)
  if (answer) change(directory, () => ({ keys: answer.keys }))
}
