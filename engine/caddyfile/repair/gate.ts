import { applyEdits, lineBreakOf, lineStartOf } from '../edit.ts'
import { isSiteOn, treeOf } from '../judge/lines.ts'
import type { Repair } from './mending.ts'

const isGate = isSiteOn(2020)

/** The bundled gate: at the end of the file, or in place of a site on its port. */
export const repairGate: Repair = (text, { bundled }) => {
  const gate = siteOf(bundled)
  if (gate === undefined) return undefined
  const newline = lineBreakOf(text)
  const written = bundled.slice(gate.from, gate.to).replace(/\r?\n/g, newline)
  const present = siteOf(text)
  if (present !== undefined)
    return {
      text: applyEdits(text, [{ ...present, text: written }]),
      done: 'The site on :2020 is the gate of the bundled Caddyfile.',
    }
  const gap = text === '' ? '' : text.endsWith('\n') ? newline : `${newline}${newline}`
  return {
    text: `${text}${gap}${written}${newline}`,
    done: 'The gate, the site http://:2020, was added at the end.',
  }
}

/** Where the gate stands, with the comment right above it. */
function siteOf(text: string): { from: number; to: number } | undefined {
  const site = treeOf(text).find(isGate)
  const [first] = site?.words ?? []
  if (site?.block === undefined || first === undefined) return undefined
  let from = lineStartOf(text, first.start)
  while (from > 0 && /^#/.test(text.slice(lineStartOf(text, from - 1), from)))
    from = lineStartOf(text, from - 1)
  return { from, to: site.block.close.end }
}
