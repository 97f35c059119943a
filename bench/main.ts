import { cpus, loadavg } from 'node:os'
import { composeCommand } from '../scripts/setup/compose.js'
import type { Bench } from './measures/bench.ts'
import { measureIdle } from './measures/idle.ts'
import { measureLifecycle } from './measures/lifecycle.ts'
import { measureLosses } from './measures/lost.ts'
import { measureStatus } from './measures/status.ts'
import { measureThroughput } from './measures/throughput.ts'
import { type MeasureName, type Options, readOptions } from './options.ts'
import { lossTable } from './report/losses.ts'
import { figureTable, ratioTable } from './report/table.ts'
import { runCommand } from './run/command.ts'
import { composeContender } from './run/compose.ts'
import { shoal } from './run/shoal.ts'
import { createSite } from './site/site.ts'

/** Compares Shoal with Docker Compose on this machine and prints what came of it. */
async function main(options: Options, signal: AbortSignal): Promise<void> {
  const compose = await composeCommand()
  console.log(await header(compose, options))
  const site = await createSite(compose, signal)
  const bench: Bench = {
    site,
    shoal,
    compose: composeContender(compose),
    pairs: options.pairs,
    signal,
    say: (text) => console.log(`  ${text}`),
  }
  try {
    const results = await measure(bench, options)
    console.log(`\n${results.join('\n\n')}\n\n${loadText('at the end')}`)
  } finally {
    console.log('Taking everything down')
    await site.dispose()
  }
}

/** Takes the measures that were asked for; each gives a table. */
async function measure(bench: Bench, { only, window, idle }: Options): Promise<string[]> {
  const about = async <T>(name: MeasureName, take: () => Promise<T[]>): Promise<T[]> => {
    if (!only.includes(name)) return []
    console.log(`${name}, ${loadText('now')}`)
    return take()
  }
  const ratios = [
    ...(await about('lifecycle', () => measureLifecycle(bench))),
    ...(await about('throughput', () => measureThroughput(bench, window))),
    ...(await about('status', () => measureStatus(bench))),
  ]
  const figures = await about('idle', () => measureIdle(bench, idle))
  const losses = await about('lost', () => measureLosses(bench))
  return [
    ...(ratios.length > 0 ? [ratioTable(ratios)] : []),
    ...(figures.length > 0 ? [figureTable(figures)] : []),
    ...(losses.length > 0 ? [lossTable(losses)] : []),
  ].map((lines) => lines.join('\n'))
}

async function header(compose: readonly string[], { pairs }: Options): Promise<string> {
  const { stdout } = await runCommand([...compose, 'version', '--short'], process.cwd())
  const machine = `${cpus().length} cores, Node ${process.versions.node}`
  return `Shoal beside Docker Compose ${stdout.trim()}: ${pairs} pairs, ${machine}, ${loadText('at the start')}`
}

/** What else the machine does: with a load above its cores the times say little, the ratios more. */
function loadText(when: string): string {
  return `load average ${loadavg()[0]?.toFixed(2)} ${when}`
}

const abort = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => abort.abort(new Error(`Stopped by ${name}.`)))

try {
  await main(readOptions(process.argv.slice(2)), abort.signal)
} catch (error) {
  console.error(abort.signal.aborted ? String(abort.signal.reason) : String(error))
  process.exitCode = 1
}
