import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readUse } from '../../probe/process-use.ts'
import { figureRow, type Row } from '../../report/rows.ts'
import { runCommand } from '../../run/command.ts'
import { shoal } from '../../run/shoal.ts'
import { openFace } from '../face/face.ts'
import { watchAll } from '../face/watch-all.ts'
import type { ObserveBench } from './bench.ts'

const INSTANCES = 10
/** Milliseconds until the start and its garbage are over. */
const SETTLE = 5_000

/** What the engine of a window takes of the machine with every stream open while nothing happens. Needs Linux's /proc. */
export async function measureWatching({ site, seconds, signal, say }: ObserveBench): Promise<Row[]> {
  if (!existsSync('/proc/self/stat')) {
    say('the cost of watching is measured on Linux only')
    return []
  }
  await runCommand(shoal.up(INSTANCES), site.directory, signal)
  const face = await openFace()
  try {
    const watching = await watchAll(face.engine, site.directory)
    await sleep(SETTLE, undefined, { signal })
    const before = await readUse(face.pid)
    const began = performance.now()
    await sleep(seconds * 1000, undefined, { signal })
    const after = await readUse(face.pid)
    const took = (performance.now() - began) / 1000
    say(`items: ${JSON.stringify(watching.items)}`)
    await watching.stop()
    const what = `${INSTANCES} instances, every stream open`
    return [
      figureRow(`${what}: engine, of one core`, '%', ((after.cpu - before.cpu) / took) * 100, { atMost: 8 }),
      figureRow(`${what}: engine’s memory`, 'MB', after.memory / 1e6, { atMost: 180 }),
    ]
  } finally {
    await face.dispose()
  }
}
