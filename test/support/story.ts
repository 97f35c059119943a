import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { card, goTo, type ShoalWindow } from './shoal-window.ts'
import { createStack, type Stack } from './stack.ts'
import { underLoad } from './under-load.ts'
import { waitFor } from './wait-for.ts'

/** A host that shows Shoal's window. */
export interface StoryHost {
  /** Opens the window. */
  open(directory: string): Promise<Pick<ShoalWindow, 'page' | 'faults' | 'dispose'>>
  /** Leads the open window to the project in that folder. */
  choose(page: Page, directory: string): Promise<void>
}

/** The whole story of a new user, from the first window to Stop, as tests. It is the same in every host. */
export function tellStory(host: StoryHost): void {
  let stack: Stack
  let window: Pick<ShoalWindow, 'page' | 'faults' | 'dispose'>

  beforeAll(async () => {
    stack = await createStack({ scale: 0 })
    window = await host.open(stack.directory)
  })

  afterAll(async () => {
    await window?.dispose()
    await stack?.dispose()
  })

  describe('a new user', () => {
    it('opens a project from its folder', async () => {
      const { page } = window
      await host.choose(page, stack.directory)
      await page.getByRole('heading', { name: stack.project }).waitFor()
      await page.getByText('Not started', { exact: true }).waitFor()
      expect(await page.title()).toContain(stack.project)
    })

    it('presses Start and sees one healthy instance that answers', async () => {
      const { page } = window
      await page.getByRole('button', { name: 'Start', exact: true }).click()
      await page.getByText('1 of 1 healthy').waitFor({ timeout: 120_000 })
      await card(page, 'app-1').getByText('serving').waitFor()
      expect((await fetch(new URL('/api/whoami', stack.url))).status).toBe(200)
      expect(await page.getByRole('spinbutton', { name: 'Port' }).inputValue()).toBe(String(stack.port))
    })

    it('drags the slider from 1 to 4 under load and loses no request', async () => {
      const { page } = window
      const { failures, sent } = await underLoad(stack.url, async () => {
        await drag(page, 4)
        await page.getByText('4 of 4 healthy').waitFor({ timeout: 120_000 })
      })
      expect(failures).toEqual([])
      expect(sent).toBeGreaterThan(0)
      expect((await stack.status()).instances.filter(({ inRotation }) => inRotation)).toHaveLength(4)
    })

    it('edits .env, presses Apply, and every instance is replaced without a lost request', async () => {
      const { page } = window
      const before = (await stack.status()).instances.map(({ id }) => id)
      await goTo(page, 'Environment')
      const editor = page.getByRole('textbox', { name: '.env' })
      await editor.click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type('\nGREETING=hello')
      const review = page.getByRole('region', { name: 'Review' })
      await review.getByText('GREETING').waitFor()
      const { failures } = await underLoad(stack.url, async () => {
        await page.getByRole('button', { name: 'Apply', exact: true }).click()
        await waitFor(async () => (await stack.status()).instances.every(({ id }) => !before.includes(id)), {
          deadline: 170_000,
        })
        await goTo(page, 'Overview')
        await page.getByText('4 of 4 healthy').waitFor({ timeout: 120_000 })
      })
      expect(failures).toEqual([])
      expect(await readFile(join(stack.directory, '.env'), 'utf8')).toMatch(/\nGREETING=hello\n?$/)
      expect(await stack.exec('app-1', 'printenv', 'GREETING')).toBe('hello\n')
    }, 300_000)

    it('follows the log of one instance', async () => {
      const { page } = window
      await card(page, 'app-2').getByRole('button', { name: 'Actions for app-2' }).click()
      await page.getByRole('menuitem', { name: 'Logs' }).click()
      await stack.exec('app-2', 'sh', '-c', 'echo "a line of app-2" > /proc/1/fd/1')
      await page.getByText('a line of app-2').first().waitFor()
    })

    it('runs hostname in the shell of an instance', async () => {
      const { page } = window
      await goTo(page, 'Overview')
      await card(page, 'app-3').getByRole('button', { name: 'Actions for app-3' }).click()
      await page.getByRole('menuitem', { name: 'Shell' }).click()
      const hostname = (await stack.exec('app-3', 'hostname')).trim()
      const terminal = page.getByRole('textbox', { name: 'Terminal input' })
      await terminal.focus()
      await page.keyboard.type('hostname\n')
      await page.getByText(hostname).first().waitFor()
    })

    it('sees within a second which instance was killed from outside', async () => {
      const { page } = window
      await goTo(page, 'Overview')
      await card(page, 'app-4').getByText('serving').waitFor()
      const dead = card(page, 'app-4').getByText(/exited with code 137|restarting|starting/)
      const shown = dead.first().waitFor({ timeout: 10_000 })
      await stack.crash('app-4')
      await shown
      await page.getByText('4 of 4 healthy').waitFor({ timeout: 60_000 })
      await card(page, 'app-4').getByText('restarted 1 time').waitFor()
    })

    it('stops the stack', async () => {
      const { page } = window
      await page.getByRole('button', { name: 'Stop', exact: true }).click()
      await page.getByText('Stopped', { exact: true }).waitFor({ timeout: 120_000 })
      expect((await stack.status()).state).toBe('stopped')
      await page.getByRole('region', { name: 'Activity' }).getByText('Stop the stack').waitFor()
    })

    it('has seen no error of the page', () => {
      expect(window.faults).toEqual([])
    })
  })
}

/** Drags the thumb of the slider to a number with the pointer. */
async function drag(page: Page, to: number): Promise<void> {
  const thumb = page.getByRole('slider', { name: 'Instances' })
  const from = await thumb.boundingBox()
  const region = await page.getByRole('region', { name: 'Scale' }).boundingBox()
  if (!from || !region) throw new Error('The slider is not to be seen')
  const [min, max, now] = await Promise.all(
    ['aria-valuemin', 'aria-valuemax', 'aria-valuenow'].map(async (name) =>
      Number(await thumb.getAttribute(name)),
    ),
  )
  const x = from.x + from.width / 2
  const y = from.y + from.height / 2
  const track = await page.getByTestId('track').boundingBox()
  if (!track) throw new Error('The track is not to be seen')
  const step = (track.width - from.width) / ((max ?? 10) - (min ?? 1))
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let at = (now ?? 1) + 1; at <= to; at += 1) await page.mouse.move(x + step * (at - (now ?? 1)), y)
  await page.mouse.up()
}
