import { setTimeout as sleep } from 'node:timers/promises'
import { startLoad } from '../../support/load.ts'
import { openProject } from '../../support/shoal-window.ts'
import type { ShootingSet } from './set.ts'

/** Milliseconds of load, so that the curves of CPU and memory have a shape. */
const WARM_UP = 40_000
/** A load that can be seen in the counts of requests in flight, and leaves the machine time to paint. */
const LOAD = { connections: 12, postEvery: 0, paths: ['/api/slow?ms=700', '/api/slow?ms=400', '/api/whoami'] }
/** Requests that keep a leaving instance busy until it was photographed. Milliseconds. */
const LONG = { connections: 16, postEvery: 0, paths: ['/api/slow?ms=12000'] }

/** A project that was not started yet. */
export async function showDown({ page, stack, camera }: ShootingSet): Promise<void> {
  await openProject(page, stack.directory)
  await page.getByText('Not started', { exact: true }).waitFor()
  await camera.shoot(page, 'overview-down')
}

/** Three instances under load, in a window of the usual size and in the smallest. */
export async function showRunning({ page, stack, camera }: ShootingSet): Promise<void> {
  await dial(page, '3')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByText('3 of 3 healthy').waitFor({ timeout: 120_000 })
  const load = startLoad({ url: stack.url, ...LOAD })
  try {
    await sleep(WARM_UP)
    await camera.shoot(page, 'overview')
    await page.setViewportSize({ width: 900, height: 600 })
    await camera.shoot(page, 'overview-small')
    await page.setViewportSize({ width: 1280, height: 800 })
  } finally {
    await load.stop()
  }
}

/** On the way from three instances to eight, and back with requests that are not finished. */
export async function showScaling({ page, stack, camera }: ShootingSet): Promise<void> {
  const load = startLoad({ url: stack.url, ...LOAD })
  const instances = page.getByRole('region', { name: 'Instances' })
  try {
    await dial(page, '8')
    await instances.locator('article[data-phase=starting]').first().waitFor({ timeout: 60_000 })
    await camera.shoot(page, 'overview-scaling')
    await page.getByText('8 of 8 healthy').waitFor({ timeout: 120_000 })
  } finally {
    await load.stop()
  }
  const long = startLoad({ url: stack.url, ...LONG })
  try {
    await sleep(2_000)
    await dial(page, '5')
    const activity = page.getByRole('region', { name: 'Activity' })
    await activity.getByText('requests in flight').first().waitFor({ timeout: 60_000 })
    await camera.shoot(page, 'overview-draining')
    await page.getByText('5 of 5 healthy').waitFor({ timeout: 120_000 })
  } finally {
    await long.stop()
  }
}

/** Every command, by its name. */
export async function showPalette({ page, camera }: ShootingSet): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('app-2')
  await camera.shoot(page, 'palette')
  await page.keyboard.press('Escape')
}

/** Types a number on the slider. */
async function dial(page: ShootingSet['page'], number: string): Promise<void> {
  await page.getByRole('slider', { name: 'Instances' }).focus()
  await page.keyboard.press(number)
  await page.getByRole('slider', { name: 'Instances' }).blur()
}
