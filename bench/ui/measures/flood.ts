import { setTimeout as sleep } from 'node:timers/promises'
import { goTo } from '../../../test/support/shoal-window.ts'
import { waitFor } from '../../../test/support/wait-for.ts'
import { readUse } from '../../probe/process-use.ts'
import { figureRow, type Row } from '../../report/rows.ts'
import { heapOf } from '../page/heap.ts'
import { MARK } from '../page/probe.ts'
import { readProbe, type UiBench } from './bench.ts'
import { dragSlider, scrollLines } from './gestures.ts'
import { flood } from './writer.ts'

const RATE = 20_000
/** Milliseconds that a task of the main thread may take: issue 3's aim. */
const LONGEST_TASK = 100
/** Milliseconds without a new line after which all that will come has come. */
const QUIET = 1_500

/** A flood of log lines: with the logs on the screen, followed and scrolled; then with the slider dragged meanwhile. */
export async function measureFlood(bench: UiBench): Promise<Row[]> {
  await goTo(bench.window.page, 'Logs')
  const logs = await observeFlood(bench, 'logs', (signal) => scrollLines(bench.window.page, signal))
  await goTo(bench.window.page, 'Overview')
  const slider = await observeFlood(bench, 'slider', (signal) => dragSlider(bench.window.page, signal))
  return [...logs, ...slider]
}

async function observeFlood(
  bench: UiBench,
  name: 'logs' | 'slider',
  gesture: (signal: AbortSignal) => Promise<void>,
): Promise<Row[]> {
  const { window, stack, seconds } = bench
  const { page } = window
  await sleep(QUIET)
  const before = { heap: await heapOf(page), engine: (await readUse(window.pid)).memory }
  await page.evaluate('window.probe.reset()')
  const began = performance.now()
  const stop = new AbortController()
  const moving = gesture(stop.signal)
  const written = await flood(stack, RATE, seconds).finally(() => stop.abort())
  await moving
  const { tasks, frames, gap } = await readProbe(page)
  const took = (performance.now() - began) / 1000
  bench.say(`${name}: ${written.count} lines written in ${(written.took / 1000).toFixed(1)} s`)
  const rows = [
    figureRow(`${name}: longest task of the main thread`, 'ms', Math.max(0, ...tasks), {
      atMost: LONGEST_TASK,
    }),
    figureRow(`${name}: tasks over 50 ms`, '', tasks.length),
    figureRow(`${name}: frames a second`, '', frames / took),
    figureRow(`${name}: longest time between frames`, 'ms', gap),
  ]
  const lines = name === 'logs' ? await account(bench, written.count) : []
  const after = { heap: await heapOf(page), engine: (await readUse(window.pid)).memory }
  return [
    ...rows,
    ...lines,
    figureRow(`${name}: page’s heap before`, 'MB', before.heap / 1e6),
    figureRow(`${name}: page’s heap after`, 'MB', after.heap / 1e6),
    figureRow(`${name}: engine’s memory before`, 'MB', before.engine / 1e6),
    figureRow(`${name}: engine’s memory after`, 'MB', after.engine / 1e6),
  ]
}

/** Where the lines went: every one that was written came to the window, or the window was told of it as skipped. */
async function account({ window }: UiBench, written: number): Promise<Row[]> {
  const { page } = window
  let last = -1
  const { lines, skipped } = await waitFor(
    async () => {
      const probe = await readProbe(page)
      const seen = probe.lines + probe.skipped
      if (seen === last) return probe
      last = seen
      return null
    },
    { interval: QUIET, deadline: 120_000 },
  )
  const log = page.getByRole('log', { name: 'Log lines' })
  const read = async (key: string) => {
    await log.press(key)
    await sleep(QUIET)
    return await log.getByRole('listitem').allTextContents()
  }
  const [top = '', ...rest] = await read('Home')
  const dropped = Number(/([\d,]+) older line/.exec(top)?.[1]?.replaceAll(',', '') ?? 0)
  const oldest = numberIn(rest.find((text) => text.includes(MARK)))
  const newest = numberIn((await read('End')).findLast((text) => text.includes(MARK)))
  return [
    figureRow('logs: lines written', '', written),
    figureRow('logs: came to the window', '', lines),
    figureRow('logs: told to be skipped', '', skipped),
    figureRow('logs: lost', '', written - lines - skipped, { atMost: 0 }),
    figureRow('logs: kept by the window', '', newest - oldest + 1),
    figureRow('logs: dropped by the window, older ones', '', dropped),
  ]
}

function numberIn(text = ''): number {
  return Number(new RegExp(`${MARK} (\\d+)`).exec(text)?.[1] ?? Number.NaN)
}
