import { everyoneAnswers } from '../probe/everyone.ts'
import { Samples } from '../report/samples.ts'
import type { RatioRow } from '../report/table.ts'
import { endOf, runCommand, startCommand } from '../run/command.ts'
import type { Contender } from '../run/contender.ts'
import { type Bench, inTurn } from './bench.ts'

const MANY = 8

/** Times from nothing to many instances, from one to many, and to nothing again. Milliseconds. */
export async function measureLifecycle(bench: Bench): Promise<RatioRow[]> {
  const up = new Samples()
  const upReturns = new Samples()
  const scale = new Samples()
  const scaleReturns = new Samples()
  const down = new Samples()
  for (let pair = 0; pair < bench.pairs; pair += 1) {
    for (const contender of inTurn(bench, pair)) {
      const { site, signal } = bench
      const run = (command: readonly string[]) => runCommand(command, site.directory, signal)
      const upTimes = await untilAllAnswer(bench, contender.up(MANY))
      up.add(contender.name, upTimes.answered)
      upReturns.add(contender.name, upTimes.returned)
      await run(contender.scale(1))
      const scaleTimes = await untilAllAnswer(bench, contender.scale(MANY))
      scale.add(contender.name, scaleTimes.answered)
      scaleReturns.add(contender.name, scaleTimes.returned)
      const { took } = await run(contender.down())
      down.add(contender.name, took)
      bench.say(describe(contender, pair, upTimes.answered, scaleTimes.answered, took))
      await site.clear()
    }
  }
  const goal = { atMost: 1 }
  return [
    { name: `scale 1 -> ${MANY}, all have answered`, unit: 'ms', samples: scale, goal },
    { name: `scale 1 -> ${MANY}, command returned`, unit: 'ms', samples: scaleReturns },
    { name: `up with ${MANY} from nothing, all have answered`, unit: 'ms', samples: up, goal },
    { name: `up with ${MANY} from nothing, command returned`, unit: 'ms', samples: upReturns },
    { name: `down with ${MANY}`, unit: 'ms', samples: down, goal },
  ]
}

/** Runs a command; times its return and the moment when every instance has answered, from its start. */
async function untilAllAnswer(
  { site, signal }: Bench,
  command: readonly string[],
): Promise<{ answered: number; returned: number }> {
  const began = performance.now()
  const running = endOf(startCommand(command, site.directory, signal))
  const [last, ended] = await Promise.all([everyoneAnswers(site.url, MANY, signal), running])
  if (ended.code !== 0) throw new Error(`${command.join(' ')} ended with ${ended.code}:\n${ended.stderr}`)
  return { answered: last - began, returned: ended.took }
}

function describe(contender: Contender, pair: number, up: number, scale: number, down: number): string {
  const [first, second, third] = [up, scale, down].map((took) => `${(took / 1000).toFixed(2)} s`)
  return `pair ${pair + 1}, ${contender.name}: up ${first}, scale ${second}, down ${third}`
}
