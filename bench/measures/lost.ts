import { setTimeout as sleep } from 'node:timers/promises'
import { type LoadResult, startLoad } from '../../test/support/load.ts'
import type { LossRow } from '../report/losses.ts'
import { runCommand } from '../run/command.ts'
import type { Contender } from '../run/contender.ts'
import { CLASSIC } from '../site/caddyfiles.ts'
import type { Bench } from './bench.ts'
import { OPERATIONS, type UnderLoad } from './operations.ts'

const CONNECTIONS = 32
/** Milliseconds of load before an operation and after it: what it breaks may show only later. */
const AROUND = { before: 1_000, after: 3_000 }
/** Milliseconds from the return of a command that prepares to the load: Compose returns before its instances serve. */
const SETTLE = 4_000

/** Counts requests lost in each operation: Shoal, Compose on the bundled project, Compose with the classic Caddyfile. */
export async function measureLosses(bench: Bench): Promise<LossRow[]> {
  const { site } = bench
  const rows = OPERATIONS.map(({ name }): LossRow => ({ name, columns: {} }))
  const column = async (title: string, contender: Contender) => {
    for (const [at, operation] of OPERATIONS.entries()) {
      const row = rows[at]
      if (row) row.columns[title] = await underLoad(bench, contender, operation)
      bench.say(
        `${title}, ${operation.name}: ${row?.columns[title]?.lost} of ${row?.columns[title]?.sent} lost`,
      )
    }
    await site.clear()
  }
  await column('shoal', bench.shoal)
  await column('compose', bench.compose)
  await site.withCaddyfile(CLASSIC, () => column('compose, classic', bench.compose))
  return rows
}

async function underLoad(
  { site, signal }: Bench,
  contender: Contender,
  operation: UnderLoad,
): Promise<{ sent: number; lost: number }> {
  const { from, paths } = operation
  await runCommand(contender.up(from), site.directory, signal)
  await sleep(SETTLE, undefined, { signal })
  const load = startLoad({
    url: site.url,
    connections: CONNECTIONS,
    ...(paths ? { paths, postEvery: 0 } : {}),
  })
  let result: LoadResult
  try {
    await sleep(AROUND.before, undefined, { signal })
    await operation.run(contender, site, signal)
    await sleep(AROUND.after, undefined, { signal })
  } finally {
    result = await load.stop()
  }
  return { sent: result.sent, lost: result.failures.length }
}
