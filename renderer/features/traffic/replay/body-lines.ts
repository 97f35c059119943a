import type { ReplayAnswer } from '../../../../contract/requests.ts'

/** A body as lines that can be compared; HTML without line ends of its own gets one between its elements. Pure. */
export function bodyLines({ body, headers }: Pick<ReplayAnswer, 'body' | 'headers'>): readonly string[] {
  if (body.kind === 'none' || (body.kind === 'text' && body.text === '')) return []
  if (body.kind === 'binary') return [`no text; SHA-256 ${body.sha256}`]
  const markup = /\b(html|xml)\b/i.test(headers['content-type'] ?? '')
  const text = markup ? body.text.replaceAll('><', '>\n<') : body.text
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return body.truncated ? [...lines, '… and more, which was not read'] : lines
}
