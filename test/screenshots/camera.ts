import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { type Pause, pauseFor } from './pause.ts'
import { packPng } from './png/pack.ts'

const THEMES = ['light', 'dark'] as const
/** Milliseconds until another theme is painted, the terminal's lines and the curves included. */
const REPAINT = 300

/** Photographs a window in both themes as `NAME-light.png` and `NAME-dark.png`; both show the same moment. */
export class Camera {
  readonly #folder: string
  #pause: Pause | undefined

  /** @param folder where the pictures go */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** To be called before the window's page is opened. */
  readonly prepare = async (page: Page): Promise<void> => {
    this.#pause = await pauseFor(page)
  }

  async shoot(page: Page, name: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    // Nothing looks pointed at.
    await page.mouse.move(0, 0)
    await this.#pause?.while(async () => {
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await sleep(REPAINT)
        const png = packPng(await page.screenshot({ animations: 'disabled', scale: 'css' }))
        await writeFile(join(this.#folder, `${name}-${theme}.png`), png)
        console.log(`  ${name}-${theme}.png  ${Math.ceil(png.length / 1000)} kB`)
      }
    })
  }
}
