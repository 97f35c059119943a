import { goTo } from '../../support/shoal-window.ts'
import type { ShootingSet } from './set.ts'

/** A change of the environment, before it is applied. */
export async function editEnvironment({ page, camera }: ShootingSet): Promise<void> {
  await goTo(page, 'Environment')
  await page.getByRole('textbox', { name: '.env' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(
    '\n# Shown on every page.\nGREETING=Hello from the shop\nSESSION_SECRET=correct-horse-battery',
  )
  await page.keyboard.press('Escape')
  const review = page.getByRole('region', { name: 'Review' })
  await review.getByText('SESSION_SECRET').first().waitFor()
  await camera.shoot(page, 'environment')
  await review.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Close toast' }).click()
}
