import { everyoneAnswers } from '../probe/everyone.ts'
import { requestsPerSecond } from '../probe/requests-per-second.ts'
import { Samples } from '../report/samples.ts'
import type { RatioRow } from '../report/table.ts'
import { runCommand } from '../run/command.ts'
import { withBareCaddy } from '../site/bare.ts'
import type { Bench } from './bench.ts'

const INSTANCES = 3
/** Seconds of load before the first window, so that code is compiled and connections stand. */
const WARM_UP = 2

/** Requests per second through the bundled Caddyfile and through a bare one, to the same instances. */
export async function measureThroughput(bench: Bench, window: number): Promise<RatioRow[]> {
  const { site, signal } = bench
  const samples = new Samples()
  await runCommand(bench.shoal.up(INSTANCES), site.directory, signal)
  await withBareCaddy(site, INSTANCES, signal, async (bare) => {
    await everyoneAnswers(site.url, INSTANCES, signal)
    const sides = [
      { side: 'shoal', url: site.url },
      { side: 'bare', url: bare },
    ]
    for (const { url } of sides) await requestsPerSecond(url, WARM_UP, signal)
    for (let pair = 0; pair < bench.pairs; pair += 1) {
      for (const { side, url } of pair % 2 === 0 ? sides : [...sides].reverse())
        samples.add(side, await requestsPerSecond(url, window, signal))
      bench.say(
        `pair ${pair + 1}: ${sides.map(({ side }) => `${side} ${samples.of(side).at(-1)?.toFixed(0)}`).join(', ')} req/s`,
      )
    }
  })
  await site.clear()
  return [
    {
      name: `${INSTANCES} instances, bundled Caddyfile`,
      unit: 'req/s',
      samples,
      beside: 'bare',
      goal: { atLeast: 0.9 },
    },
  ]
}
