/** A colour by its meaning; what it looks like depends on the theme. */
export type Tone = 'plain' | 'faint' | 'soft' | 'good' | 'warn' | 'bad' | 'accent' | `instance-${number}`

/** How a piece of a line looks. */
export interface Look {
  readonly tone?: Tone
  /** SGR attributes that are on: 1 bold, 2 dim, 3 italic, 4 underlined, 7 inverse, 9 struck through. */
  readonly attributes?: readonly number[]
  /** SGR parameters of a colour that the app chose itself: `31`, `38;5;208`. */
  readonly ink?: string
  readonly ground?: string
  /** Found by the search; `here` is the match that one has gone to. */
  readonly found?: 'found' | 'here'
}

/** What a click on a piece of a line does. */
export type Link =
  | { readonly kind: 'request'; readonly id: string }
  /** Shows or hides the rest of a stack. */
  | { readonly kind: 'fold' }

/** A piece of a line. Its text holds no control characters. */
export interface Span {
  readonly text: string
  readonly look: Look
  readonly link?: Link
}

export const PLAIN: Look = {}

export function textOf(spans: readonly Span[]): string {
  return spans.length === 1 ? (spans[0]?.text ?? '') : spans.map(({ text }) => text).join('')
}
