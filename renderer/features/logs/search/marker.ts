import type { Marked, MarkJob } from './mark-worker.ts'

type Ranges = readonly (readonly [from: number, to: number])[]

/** Milliseconds that the lines of a screen may take, the start of the thread on a busy machine included. */
const PATIENCE = 3_000
/** Lines of which it is known where the expression is in them. */
const KEPT = 4_096

/** What the marker needs of a worker. */
export interface MarkThread {
  onmessage: ((event: { data: Marked }) => void) | null
  postMessage(job: MarkJob): void
  terminate(): void
}

/**
 * Finds where an expression is in the lines on the screen, in a thread of its own: one that takes for ever holds up
 * nothing, and its lines stay unmarked.
 */
export class Marker {
  readonly #start: () => MarkThread
  readonly #changed: () => void
  #expression: RegExp | undefined
  #known = new Map<string, Ranges>()
  #asked: string[] = []
  #waiting = false
  #thread: MarkThread | undefined
  #id = 0

  /** `changed` is called when more is known. */
  constructor(changed: () => void, start: () => MarkThread = startThread) {
    this.#changed = changed
    this.#start = start
  }

  get expression(): RegExp | undefined {
    return this.#expression
  }

  look(expression: RegExp | undefined): void {
    if (String(expression) === String(this.#expression)) return
    this.#expression = expression
    this.#known = new Map()
    this.#asked = []
    this.#id++
  }

  /** Where it is in a text, as far as that is known; what is not is found out. */
  readonly rangesOf = (text: string): Ranges => {
    const known = this.#known.get(text)
    if (known) return known
    if (!this.#asked.includes(text)) this.#asked.push(text)
    if (!this.#waiting) {
      this.#waiting = true
      queueMicrotask(() => this.#ask())
    }
    return NOTHING
  }

  close(): void {
    this.#id++
    this.#thread?.terminate()
    this.#thread = undefined
    this.#waiting = false
  }

  #ask(): void {
    const expression = this.#expression
    const texts = this.#asked.splice(0)
    if (!expression || texts.length === 0) {
      this.#waiting = false
      return
    }
    this.#thread ??= this.#start()
    const thread = this.#thread
    const id = this.#id
    const settle = (ranges: readonly Ranges[]) => {
      clearTimeout(timer)
      thread.onmessage = null
      this.#waiting = false
      if (id === this.#id) this.#keep(texts, ranges)
      if (this.#asked.length > 0) this.rangesOf(this.#asked[0] ?? '')
    }
    const timer = setTimeout(() => {
      thread.terminate()
      if (this.#thread === thread) this.#thread = undefined
      settle([])
    }, PATIENCE)
    thread.onmessage = ({ data }) => settle(data.ranges)
    thread.postMessage({ id, source: expression.source, flags: expression.flags, texts })
  }

  #keep(texts: readonly string[], ranges: readonly Ranges[]): void {
    if (this.#known.size > KEPT) this.#known.clear()
    texts.forEach((text, at) => {
      this.#known.set(text, ranges[at] ?? NOTHING)
    })
    if (ranges.some((found) => found.length > 0)) this.#changed()
  }
}

const NOTHING: Ranges = []

function startThread(): MarkThread {
  return new Worker(new URL('./mark-worker.ts', import.meta.url), { type: 'module' }) as unknown as MarkThread
}
