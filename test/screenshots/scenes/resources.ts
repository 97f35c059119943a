import { setTimeout as sleep } from 'node:timers/promises'
import { startLoad } from '../../support/load.ts'
import { goTo } from '../../support/shoal-window.ts'
import type { ShootingSet } from './set.ts'

/** Milliseconds of load, so that the charts have a shape. */
const WARM_UP = 40_000
const LOAD = { connections: 12, postEvery: 4, paths: ['/api/slow?ms=300', '/api/whoami', '/'] }

/** What the containers of a stack under load use, and its database. */
export async function showResources({ page, stack, camera }: ShootingSet): Promise<void> {
  await goTo(page, 'Resources')
  const load = startLoad({ url: stack.url, ...LOAD })
  try {
    await sleep(WARM_UP)
    await camera.shoot(page, 'resources')
    await page.getByRole('region', { name: 'Database' }).scrollIntoViewIfNeeded()
    await camera.shoot(page, 'resources-database')
    await page.setViewportSize({ width: 900, height: 600 })
    await camera.shoot(page, 'resources-small')
    await page.setViewportSize({ width: 1280, height: 800 })
  } finally {
    await load.stop()
  }
}
