import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readUse } from '../probe/process-use.ts'
import type { FigureRow } from '../report/table.ts'
import { runCommand, startCommand } from '../run/command.ts'
import { shoalCommand } from '../run/shoal.ts'
import type { Bench } from './bench.ts'

const INSTANCES = 10
/** Milliseconds until the start and its garbage are over. */
const SETTLE = 5_000

/** What `shoal status --watch` takes of the machine while nothing happens. Needs Linux's /proc. */
export async function measureIdle(bench: Bench, seconds: number): Promise<FigureRow[]> {
  const { site, signal } = bench
  if (!existsSync('/proc/self/stat')) {
    bench.say('idle watching is measured on Linux only')
    return []
  }
  await runCommand(bench.shoal.up(INSTANCES), site.directory, signal)
  const stop = new AbortController()
  const watching = startCommand(
    shoalCommand('status', '--watch'),
    site.directory,
    AbortSignal.any([signal, stop.signal]),
  )
  try {
    const { pid } = watching
    if (pid === undefined) throw new Error('shoal status --watch could not be started.')
    await sleep(SETTLE, undefined, { signal })
    const before = await readUse(pid)
    const began = performance.now()
    await sleep(seconds * 1000, undefined, { signal })
    const after = await readUse(pid)
    const took = (performance.now() - began) / 1000
    return [
      {
        name: `watching ${INSTANCES} idle instances, of one core`,
        unit: '%',
        figure: ((after.cpu - before.cpu) / took) * 100,
        goal: { atMost: 2 },
      },
      {
        name: `watching ${INSTANCES} idle instances, memory`,
        unit: 'MB',
        figure: after.memory / 1e6,
        goal: { atMost: 120 },
      },
    ]
  } finally {
    stop.abort()
    await watching
    await site.clear()
  }
}
