import { card } from '../../../test/support/shoal-window.ts'
import { waitFor } from '../../../test/support/wait-for.ts'
import { type Row, spreadRow } from '../../report/rows.ts'
import { readProbe, type UiBench } from './bench.ts'
import { watchDeaths } from './deaths.ts'

/** Milliseconds from a kill to its card: issue 3's aim. */
const AIM = 300
const VICTIM = 'app-2'

/**
 * From the kill of an instance until its card is painted with another word than "serving", by the machine's one clock; and
 * how much of that Docker takes until it says that the container died. Milliseconds.
 */
export async function measureKilled(bench: UiBench): Promise<Row[]> {
  const { stack } = bench
  const id = (await stack.status()).instances.find(({ index }) => index === 2)?.id ?? ''
  const byDocker = await kill(
    bench,
    'docker kill',
    () => stack.docker.killContainer(id, 'SIGKILL'),
    async () => {
      await stack.docker.startContainer(id)
    },
  )
  const byKernel = await kill(
    bench,
    'kill -9',
    () => stack.crash(VICTIM),
    async () => {},
  )
  return [...byDocker, ...byKernel]
}

async function kill(
  bench: UiBench,
  name: string,
  act: () => Promise<void>,
  mend: () => Promise<void>,
): Promise<Row[]> {
  const { window, stack, times } = bench
  const { page } = window
  const shown: number[] = []
  const died: number[] = []
  for (let at = 0; at < times; at++) {
    await card(page, VICTIM).and(page.locator('[data-phase=serving]')).waitFor({ timeout: 120_000 })
    const deaths = await watchDeaths(stack.docker, stack.container(VICTIM))
    await page.evaluate(`window.probe.watchCard('${VICTIM}')`)
    const began = Date.now()
    await act()
    const { changed } = await waitFor(async () => {
      const probe = await readProbe(page)
      return probe.changed === null ? null : probe
    })
    shown.push((changed ?? Number.NaN) - began)
    died.push((await deaths.first()) - began)
    await mend()
  }
  bench.say(`${name}: ${shown.join(', ')} ms`)
  return [
    spreadRow(`from ${name} to its card`, 'ms', shown, { atMost: AIM }),
    spreadRow('  of these until Docker says so', 'ms', died),
  ]
}
