import type { Look, Span } from '../text/span.ts'
import type { Ground, Palette } from './palette.ts'

const ESCAPE = '\u001b['
/** An underline of dots: more can be had with a click. */
const DOTTED = ';4:4'
/** Nothing that is written may wrap by itself: rows are laid out before. The cursor is not shown. */
export const BEGIN = `${ESCAPE}?7l${ESCAPE}?25l`

/**
 * What makes xterm.js show these spans in a row, from 0, and nothing else there. The spans hold no control characters,
 * so whatever a log contains only ever becomes text.
 * @param ground what the whole row lies on; the window's surface without
 */
export function rowCode(row: number, spans: readonly Span[], palette: Palette, ground?: Ground): string {
  const below = ground === undefined ? undefined : palette.ground(ground)
  const pieces = spans.map(({ text, look, link }) => {
    const line = link?.kind === 'request' ? DOTTED : ''
    return `${ESCAPE}${lookCode(look, palette, below)}${line}m${text}`
  })
  // What is erased gets the present ground.
  const rest = below === undefined ? `${ESCAPE}0m${ESCAPE}K` : `${ESCAPE}0;${below}m${ESCAPE}K${ESCAPE}0m`
  return `${ESCAPE}${row + 1};1H${pieces.join('')}${rest}`
}

function lookCode(
  { attributes = [], tone = 'plain', ink, ground, found }: Look,
  palette: Palette,
  below: string | undefined,
): string {
  const colours = [ink ?? (tone === 'plain' ? undefined : palette.ink(tone)), ground ?? below]
  const own = found === undefined ? colours : [palette[found]]
  return ['0', ...attributes, ...own].filter((code) => code !== undefined).join(';')
}
