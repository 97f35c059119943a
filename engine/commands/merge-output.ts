import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import type { StreamItem } from '../../contract/streams.ts'
import type { ExecSession } from '../docker/gateway.ts'

type Output = Extract<StreamItem<'exec.run'>, { kind: 'stdout' | 'stderr' }>

/** Both outputs of a process as they come. Reading stops where the reader does: neither is buffered without bound. */
export async function* mergeOutput(session: ExecSession): AsyncGenerator<Output> {
  const merged = new PassThrough({ objectMode: true, highWaterMark: 16 })
  const feed = async (source: Readable, kind: Output['kind']) => {
    for await (const data of source) if (!merged.write({ kind, data })) await once(merged, 'drain')
  }
  const all = Promise.all([feed(session.stream, 'stdout'), feed(session.stderr, 'stderr')])
  all.then(
    () => merged.end(),
    (error: Error) => merged.destroy(error),
  )
  yield* merged
}
