import { waitFor } from '../../../test/support/wait-for.ts'
import { type Row, spreadRow } from '../../report/rows.ts'
import { readProbe, type UiBench } from './bench.ts'

/**
 * From the beginning of a navigation until the first screen that means something is painted, with the browser's cache
 * off: the welcome screen whose buttons work, or the open project's instances. Milliseconds.
 */
export async function measureFirstScreen(bench: UiBench, name: string): Promise<Row> {
  const { page } = bench.window
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const figures: number[] = []
  for (let at = 0; at < bench.times; at++) {
    await page.reload()
    const { first } = await waitFor(async () => {
      const probe = await readProbe(page)
      return probe.first === null ? null : probe
    })
    figures.push(first ?? Number.NaN)
  }
  await session.send('Network.setCacheDisabled', { cacheDisabled: false })
  await session.detach()
  bench.say(`${name}: ${figures.map((figure) => figure.toFixed(0)).join(', ')} ms`)
  return spreadRow(name, 'ms', figures)
}
