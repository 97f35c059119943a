import { goTo } from '../../support/shoal-window.ts'
import type { ShootingSet } from './set.ts'

/** Shoal's and the project's settings; then back to the overview. */
export async function showSettings({ page, camera }: ShootingSet): Promise<void> {
  await goTo(page, 'Settings')
  await page
    .getByText(/^Caddyfile, line/)
    .first()
    .waitFor()
  await camera.shoot(page, 'settings')
  await goTo(page, 'Overview')
}
