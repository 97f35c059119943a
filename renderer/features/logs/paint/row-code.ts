import type { Look, Span } from '../text/span.ts'
import type { Palette } from './palette.ts'

const ESCAPE = '\u001b['
/** Nothing that is written may wrap by itself: rows are laid out before. The cursor is not shown. */
export const BEGIN = `${ESCAPE}?7l${ESCAPE}?25l`

/**
 * What makes xterm.js show these spans in a row, from 0, and nothing else there. The spans hold no control characters,
 * so whatever a log contains only ever becomes text.
 */
export function rowCode(row: number, spans: readonly Span[], palette: Palette): string {
  const pieces = spans.map(({ text, look }) => `${ESCAPE}${lookCode(look, palette)}m${text}`)
  return `${ESCAPE}${row + 1};1H${pieces.join('')}${ESCAPE}0m${ESCAPE}K`
}

function lookCode({ attributes = [], tone = 'plain', ink, ground, found }: Look, palette: Palette): string {
  const colours = [ink ?? (tone === 'plain' ? undefined : palette.ink(tone)), ground]
  const own = found === undefined ? colours : [palette[found]]
  return ['0', ...attributes, ...own].filter((code) => code !== undefined).join(';')
}
