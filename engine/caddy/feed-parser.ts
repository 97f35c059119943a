import { type AccessPosition, MARK, WORDS } from './feed-script.ts'

/** What came of an access log. */
export type AccessNews =
  /** Whole lines, each character a byte (latin1): whoever shows one makes text of it. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly position: AccessPosition }
  /** Lines may have been rotated away before they were read. */
  | { readonly kind: 'gap' }
  /** Caddy writes no log here so far. */
  | { readonly kind: 'none' }
  /** Nothing more was written so far. */
  | { readonly kind: 'end' }

const STAMP = /"ts":(\d+(?:\.\d+)?),/
const HEAD = 80

/** Takes what `feedScript` prints apart, and keeps count of how far each file was read. */
export class FeedParser {
  #rest = ''
  /** What Caddy was writing just then: a mark stood in the middle of the line. */
  #torn = ''
  #file = ''
  #offset = 0
  readonly #from: AccessPosition | undefined

  constructor(from?: AccessPosition) {
    this.#from = from
  }

  /** @param chunk bytes as latin1 */
  take(chunk: string): AccessNews[] {
    const lines = (this.#rest + chunk).split('\n')
    this.#rest = lines.pop() ?? ''
    const news: AccessNews[] = []
    let whole: string[] = []
    const flush = () => {
      if (whole.length === 0) return
      news.push({ kind: 'lines', lines: whole, position: { file: this.#file, offset: this.#offset } })
      whole = []
    }
    for (const line of lines) {
      if (line.endsWith(MARK)) {
        flush()
        const [half = '', word] = line.split(MARK)
        this.#torn += half
        const told = this.#hear(word)
        if (told) news.push(told)
        continue
      }
      const text = this.#torn + line
      this.#torn = ''
      if (this.#offset === 0) this.#file = STAMP.exec(text.slice(0, HEAD))?.[1] ?? ''
      this.#offset += text.length + 1
      whole.push(text)
    }
    flush()
    return news
  }

  #hear(word: string | undefined): AccessNews | undefined {
    if (word === WORDS.end) return { kind: 'end' }
    if (word === WORDS.none) return { kind: 'none' }
    // A file that ended within a line is not written to any more.
    this.#torn = ''
    if (word === WORDS.gap) return { kind: 'gap' }
    const resumed = word === WORDS.resumed ? this.#from : undefined
    this.#file = resumed?.file ?? ''
    this.#offset = resumed?.offset ?? 0
    return undefined
  }
}
