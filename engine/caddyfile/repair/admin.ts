import { applyEdits } from '../edit.ts'
import { treeOf } from '../judge/lines.ts'
import type { Repair } from './mending.ts'

const ADDRESS = '127.0.0.1:2019'

/** The admin API back to where Shoal asks: only the address is replaced. */
export const repairAdmin: Repair = (text) => {
  const globals = treeOf(text).find(({ words }) => words.length === 0)
  const line = globals?.block?.lines.findLast(({ words }) => words[0]?.text === 'admin')
  const [directive, address] = line?.words ?? []
  if (directive === undefined) return undefined
  const { start, end } = address ?? { start: directive.end, end: directive.end }
  const written = address === undefined ? ` ${ADDRESS}` : ADDRESS
  return {
    text: applyEdits(text, [{ from: start, to: end, text: written }]),
    done: `The admin API listens on ${ADDRESS}.`,
  }
}
