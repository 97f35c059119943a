import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'

interface Place {
  readonly part: 'key' | 'value'
  /** The quote that is open, over line ends if need be. */
  readonly quote: '' | "'" | '"'
}

/** A `.env` as Compose reads it: comments, keys, quotes and what is filled in for `${...}`. */
const dotenv = StreamLanguage.define<{ place: Place }>({
  name: 'dotenv',
  startState: () => ({ place: { part: 'key', quote: '' } }),
  copyState: ({ place }) => ({ place }),
  token(stream, state) {
    const { part, quote } = state.place
    if (stream.sol() && quote === '') state.place = { part: 'key', quote: '' }
    if (state.place.part === 'key') {
      if (stream.eatSpace()) return null
      if (stream.match(/^#.*/)) return 'comment'
      if (stream.match(/^export(?=\s)/)) return 'keyword'
      if (stream.match(/^[=:]\s*/)) {
        state.place = { part: 'value', quote: '' }
        return 'operator'
      }
      if (stream.match(/^[\p{L}\p{N}_.\-[\]]+/u)) return 'propertyName'
      stream.next()
      return 'invalid'
    }
    if (quote === '') {
      if (stream.match(/^\s+#.*/)) return 'comment'
      const opened = stream.match(/^["']/) as RegExpMatchArray | null
      if (opened) {
        state.place = { part, quote: opened[0] === '"' ? '"' : "'" }
        return 'quote'
      }
    } else if (stream.eat(quote)) {
      state.place = { part: 'key', quote: '' }
      return 'quote'
    }
    if (quote !== '' && stream.match(/^\\./)) return 'escape'
    if (quote !== "'" && stream.match(/^\$(?:\$|\{[^}]*\}|\w+)/)) return 'variableName'
    stream.next()
    stream.eatWhile(/[^\s"'\\$#]/)
    return 'string'
  },
  tokenTable: { quote: tags.quote },
})

const style = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--text-faint)' },
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: [tags.operator, tags.quote], color: 'var(--text-faint)' },
  { tag: tags.keyword, color: 'var(--text-soft)' },
  { tag: tags.string, color: 'var(--text)' },
  { tag: tags.escape, color: 'var(--instance-2)' },
  { tag: tags.variableName, color: 'var(--instance-3)' },
  { tag: tags.invalid, color: 'var(--bad)' },
])

export const language = [dotenv, syntaxHighlighting(style)]
