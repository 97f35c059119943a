const NEWLINE = 0x0a

/**
 * JSON documents, one a line, from byte chunks that may end anywhere, in the middle of a character too. A last line
 * without a line end counts. Throws a SyntaxError at a line that is no JSON.
 */
export async function* parseNdjson(chunks: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let pending: Buffer[] = []
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      pending.push(chunk.subarray(from, at))
      from = at + 1
      const line = take(pending)
      pending = []
      if (line !== '') yield JSON.parse(line)
    }
    if (from < chunk.length) pending.push(chunk.subarray(from))
  }
  const rest = take(pending)
  if (rest !== '') yield JSON.parse(rest)
}

function take(pieces: readonly Buffer[]): string {
  return Buffer.concat(pieces).toString('utf8').trim()
}
