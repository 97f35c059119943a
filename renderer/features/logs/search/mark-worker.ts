import { rangesOf } from '../text/search.ts'

export interface MarkJob {
  readonly id: number
  readonly source: string
  readonly flags: string
  readonly texts: readonly string[]
}

export interface Marked {
  readonly id: number
  readonly ranges: readonly (readonly [from: number, to: number])[][]
}

/** What a worker is, as far as this one needs it; the window's own types describe pages only. */
interface Scope {
  onmessage: (event: MessageEvent<MarkJob>) => void
  postMessage(answer: Marked): void
}

const scope = self as unknown as Scope
scope.onmessage = ({ data: { id, source, flags, texts } }) => {
  const expression = new RegExp(source, flags)
  scope.postMessage({ id, ranges: texts.map((text) => rangesOf(expression, text)) })
}
