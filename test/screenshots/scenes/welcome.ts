import type { Browser } from 'playwright-core'
import { openShoalWindow } from '../../support/shoal-window.ts'
import type { Camera } from '../camera.ts'
import type { ShootingSet } from './set.ts'

/** The first screen where no Docker runs. */
export async function showNoDocker(browser: Browser, camera: Camera): Promise<void> {
  const env = { DOCKER_HOST: 'unix:///run/user/1000/docker.sock' }
  const { page, dispose } = await openShoalWindow(browser, { env, prepare: camera.prepare })
  try {
    await page.getByText('Shoal looks again by itself').waitFor()
    await camera.shoot(page, 'welcome-no-docker')
  } finally {
    await dispose()
  }
}

/** The first screen of somebody who has used Shoal before. */
export async function showWelcome({ page, camera, stack }: ShootingSet): Promise<void> {
  await page.evaluate('sessionStorage.clear()')
  await page.reload()
  const recent = page.getByRole('region', { name: 'Recent projects' })
  await recent.getByText(stack.project).first().waitFor()
  await camera.shoot(page, 'welcome')
  await recent.getByRole('button').first().click()
  await page.getByRole('slider', { name: 'Instances' }).waitFor()
}
