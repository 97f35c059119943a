import { applyEdits, type Edit } from '../edit.ts'
import { treeOf } from '../judge/lines.ts'
import { allLines } from '../parse.ts'
import { withMaxScale } from '../slots.ts'
import type { Token } from '../token.ts'
import type { Mending, Repair } from './mending.ts'

/** A Caddyfile that is given slots has room for the usual maximum. */
const USUAL = 10

/** Directives, snippets' own lines included, whose words are upstream addresses. */
const HOLD_ADDRESSES: ReadonlySet<string> = new Set(['reverse_proxy', 'to'])

/** An upstream that stands for every instance becomes one for each. */
export const repairMissingSlots: Repair = (text, mending) => {
  const lines = allLines(treeOf(text)).filter(({ words }) => HOLD_ADDRESSES.has(words[0]?.text ?? ''))
  const count = Math.max(USUAL, mending.scale)
  const edits = lines.flatMap(({ words }) =>
    words.slice(1).flatMap((token): Edit[] => {
      const port = portOf(token, mending)
      if (port === undefined) return []
      const names = Array.from({ length: count }, (_, index) => `${mending.app.name}-${index + 1}:${port}`)
      return [{ from: token.start, to: token.end, text: names.join(' ') }]
    }),
  )
  if (edits.length === 0) return undefined
  return { text: applyEdits(text, edits), done: `The app has ${count} slots, one for each instance.` }
}

/** Slots up to the scale. */
export const repairFewSlots: Repair = (text, { app, scale }) => ({
  text: withMaxScale(text, app, scale),
  done: `There are slots for ${scale} instances.`,
})

/** The port of an address that is the service's name; undefined for any other address. */
function portOf({ text, quote }: Token, { service }: Mending): string | undefined {
  const [, name, port = '80'] = quote === '' ? (/^(?:http:\/\/)?([^:/@*]+)(?::(\d+))?$/.exec(text) ?? []) : []
  return name === service ? port : undefined
}
