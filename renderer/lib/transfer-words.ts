import type { Part } from '../../contract/models.ts'
import { isStep, type Transfer } from '../model/transfer.ts'
import { bytesText, countText } from './format.ts'

/** "3 of 7 layers, 24 MB of 80 MB", "step 3 of 9". Pure. */
export function transferWords({ kind, done, count, here, bytes }: Transfer): string {
  if (kind === 'steps') return `step ${Math.min(done + 1, count)} of ${count}`
  const layers = `${done} of ${countText(count, 'layer')}`
  return bytes > 0 ? `${layers}, ${bytesText(here)} of ${bytesText(bytes)}` : layers
}

/** What one layer or step is doing: "downloading 2 MB of 8 MB". Pure. */
export function partWords(part: Part): string {
  const { state, done, total } = part
  if (total === 0 || isStep(part) || state === 'waiting') return state
  return state === 'done' ? `done, ${bytesText(total)}` : `${state} ${bytesText(done)} of ${bytesText(total)}`
}
