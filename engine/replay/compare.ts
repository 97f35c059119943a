import type { Replay, ReplayAnswer } from '../../contract/requests.ts'

/** Headers that differ between any two answers, and one that follows from the body. */
const NOISE: ReadonlySet<string> = new Set([
  'date',
  'x-served-by',
  'content-length',
  'connection',
  'keep-alive',
])

/** Where answers are not all the same. One that did not come is compared with nothing. Pure. */
export function compareAnswers(answers: readonly ReplayAnswer[]): Replay['differs'] {
  const given = answers.filter(({ error }) => error === null)
  const names = [...new Set(given.flatMap(({ headers }) => Object.keys(headers)))].filter(
    (name) => !NOISE.has(name),
  )
  return {
    status: differ(answers.map(({ status }) => status)),
    headers: names.filter((name) => differ(given.map(({ headers }) => headers[name]))).sort(),
    body: differ(given.map(bodyKey)),
    lines: differingLines(given),
  }
}

function differ(values: readonly unknown[]): boolean {
  return new Set(values).size > 1
}

/** Bodies that are cut off are the same when what is shown and the length are. */
function bodyKey({ body, bytes }: ReplayAnswer): string {
  if (body.kind === 'text') return `text ${body.truncated ? bytes : ''} ${body.text}`
  return body.kind === 'binary' ? `binary ${body.sha256}` : 'none'
}

/** Line by line from the top: a line that is missing in one body moves all that follow. */
function differingLines(answers: readonly ReplayAnswer[]): number[] {
  const texts = answers.flatMap(({ body }) => (body.kind === 'text' ? [body.text.split('\n')] : []))
  const longest = Math.max(0, ...texts.map(({ length }) => length))
  const numbers = Array.from({ length: longest }, (_, place) => place + 1)
  return numbers.filter((number) => differ(texts.map((lines) => lines[number - 1])))
}
