import { Samples } from '../report/samples.ts'
import type { RatioRow } from '../report/table.ts'
import { runCommand } from '../run/command.ts'
import { type Bench, inTurn } from './bench.ts'

const INSTANCES = 3
/** One run is short beside the noise of a machine, so a pair is the best of a few. */
const RUNS = 3

/** Times `shoal status --json` beside `docker compose ps --format json`, on the same running stack. Milliseconds. */
export async function measureStatus(bench: Bench): Promise<RatioRow[]> {
  const { site, signal } = bench
  const samples = new Samples()
  await runCommand(bench.shoal.up(INSTANCES), site.directory, signal)
  for (let pair = 0; pair < bench.pairs; pair += 1)
    for (const contender of inTurn(bench, pair)) {
      const times: number[] = []
      for (let run = 0; run < RUNS; run += 1)
        times.push((await runCommand(contender.status(), site.directory, signal)).took)
      samples.add(contender.name, Math.min(...times))
    }
  await site.clear()
  return [{ name: 'status --json beside ps', unit: 'ms', samples, goal: { atMost: 3 } }]
}
