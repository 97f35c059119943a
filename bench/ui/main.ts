import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/setup/paths.js'
import { startBrowser } from '../../test/support/browser.ts'
import { openProject, openShoalWindow } from '../../test/support/shoal-window.ts'
import { createStack } from '../../test/support/stack.ts'
import { withCleanUp } from '../../test/support/with-clean-up.ts'
import { type Row, rowTable } from '../report/rows.ts'
import type { UiBench } from './measures/bench.ts'
import { measureFirstScreen } from './measures/first-screen.ts'
import { measureFlood } from './measures/flood.ts'
import { measureKilled } from './measures/killed.ts'
import { measureShipped } from './measures/shipped.ts'
import { type MeasureName, type Options, readOptions } from './options.ts'
import { PROBE } from './page/probe.ts'

/** Instances of the stack that the window shows. */
const SCALE = 3

/** Measures the window in a browser on this machine and prints what came of it. */
async function main(options: Options, later: (undo: () => Promise<unknown>) => void): Promise<void> {
  console.log(`${cpus().length} cores, Node ${process.versions.node}, ${loadText('at the start')}`)
  const browser = await startBrowser()
  later(() => browser.close())
  const stack = await createStack({ scale: SCALE })
  later(() => stack.dispose())
  const window = await openShoalWindow(browser, {
    prepare: async (page) => {
      await page.addInitScript(PROBE)
    },
  })
  later(() => window.dispose())
  const { times, seconds } = options
  const rows = await measure(
    { stack, window, times, seconds, say: (text) => console.log(`  ${text}`) },
    options,
  )
  console.log(`\n${rowTable(rows).join('\n')}\n\n${loadText('at the end')}`)
}

async function measure(bench: UiBench, { only }: Options): Promise<Row[]> {
  const { window, stack } = bench
  const about = async (name: MeasureName, take: () => Promise<Row[]>): Promise<Row[]> => {
    if (!only.includes(name)) return []
    console.log(`${name}, ${loadText('now')}`)
    return take()
  }
  const scripts = await about('scripts', () => measureShipped(join(root, 'dist', 'renderer')))
  const welcome = await about('screen', async () => [await measureFirstScreen(bench, 'welcome screen')])
  await openProject(window.page, stack.directory)
  const overview = await about('screen', async () => [await measureFirstScreen(bench, 'overview')])
  const killed = await about('killed', () => measureKilled(bench))
  const flood = await about('flood', () => measureFlood(bench))
  return [...scripts, ...welcome, ...overview, ...killed, ...flood]
}

/** What else the machine does: with a load above its cores the times say little. */
function loadText(when: string): string {
  return `load average ${loadavg()[0]?.toFixed(2)} ${when}`
}

await withCleanUp((later) => main(readOptions(process.argv.slice(2)), later))
