import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** Milliseconds for which the end is followed before the lines are scrolled, and the other way round. */
const LEG = 5_000
/** Milliseconds between two movements of the mouse. */
const STEP = 30

/** Follows the end of the log for a while, then turns the wheel up through it, until the signal fires. */
export async function scrollLines(page: Page, signal: AbortSignal): Promise<void> {
  const log = page.getByRole('log', { name: 'Log lines' })
  await log.hover()
  while (!signal.aborted) {
    await log.press('End')
    await rest(LEG, signal)
    for (let turned = 0; turned < LEG && !signal.aborted; turned += STEP) {
      await page.mouse.wheel(0, -60)
      await rest(STEP, signal)
    }
  }
  await log.press('End')
}

/** Drags the slider from end to end and back until the signal fires, and lets it go where it was: nothing is scaled. */
export async function dragSlider(page: Page, signal: AbortSignal): Promise<void> {
  const thumb = await page.getByRole('slider', { name: 'Instances' }).boundingBox()
  const track = await page.getByTestId('track').boundingBox()
  if (!thumb || !track) throw new Error('The slider is not to be seen.')
  const start = { x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  for (let turn = 0; !signal.aborted; turn++) {
    const share = (1 - Math.cos(turn / 8)) / 2
    await page.mouse.move(track.x + share * track.width, start.y)
    await rest(STEP, signal)
  }
  await page.mouse.move(start.x, start.y)
  await page.mouse.up()
}

async function rest(time: number, signal: AbortSignal): Promise<void> {
  await sleep(time, undefined, { signal }).catch(() => {})
}
