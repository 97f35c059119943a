import { setTimeout as sleep } from 'node:timers/promises'
import { startLoad } from '../../support/load.ts'
import { goTo } from '../../support/shoal-window.ts'
import type { ShootingSet } from './set.ts'

/** Milliseconds of load before and after the instances are restarted, so that the curves have a shape. */
const BEFORE = 15_000
const AFTER = 10_000
const LOAD = {
  connections: 8,
  postEvery: 7,
  paths: [
    '/api/whoami',
    '/api/slow?ms=40',
    '/',
    '/api/slow?ms=15',
    '/api/whoami?from=shop',
    '/api/slow?ms=180',
  ],
}

/** Three instances under load, one of them restarted in the middle, in a window of the usual size and in the smallest. */
export async function showTraffic({ page, stack, camera }: ShootingSet): Promise<void> {
  const load = startLoad({ url: stack.url, ...LOAD })
  try {
    await goTo(page, 'Traffic')
    await sleep(BEFORE)
    await stack.mustShoal('restart', 'app-2')
    await sleep(AFTER)
    await camera.shoot(page, 'traffic')
    await page.setViewportSize({ width: 900, height: 600 })
    await camera.shoot(page, 'traffic-small')
    await page.setViewportSize({ width: 1280, height: 800 })
  } finally {
    await load.stop()
  }
}

/** One request on every instance, where the answers differ. */
export async function showReplay({ page, camera }: ShootingSet): Promise<void> {
  await page.getByRole('textbox', { name: 'Filter' }).fill('whoami?from')
  await page.getByRole('grid', { name: 'Requests' }).getByText('/api/whoami?from=shop').first().click()
  await page.getByRole('button', { name: 'Replay on every instance' }).click()
  await page.getByRole('table', { name: 'Answers of every instance' }).waitFor()
  await camera.shoot(page, 'traffic-replay')
  await page.keyboard.press('Escape')
}
