import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeIcns } from './icons/icns.js'
import { makeIco } from './icons/ico.js'
import { withRenderer } from './icons/renderer.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'

const folder = join(root, 'resources')
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Up to this size in pixels the drawing with fewer, larger fish is used. */
const SMALL = 48

/** What Apple's template for app icons leaves empty on each side: 100 of 1024 pixels. */
const MAC_MARGIN = 100 / 1024

/** Readable on light and dark taskbars alike; a shape tells each state too. */
const TRAY = { healthy: '#1fa2bd', idle: '#8a94a0', trouble: '#e5603c' }

/** Pixels per point, and how Electron wants that in a file's name. macOS has whole ones only. */
const SCALES = { '': 1, '@1.5x': 1.5, '@2x': 2 }

/** @param {import('./icons/renderer.js').Render} render */
async function drawAppIcons(render) {
  const large = await readFile(join(folder, 'icon.svg'), 'utf8')
  const small = await readFile(join(folder, 'icon-small.svg'), 'utf8')
  /** @param {number} margin */
  const drawAll = async (margin) => {
    const images = []
    for (const size of SIZES) {
      images.push({ size, png: await render(size > SMALL ? large : small, size, { margin }) })
    }
    return images
  }
  const images = await drawAll(0)
  await mkdir(join(folder, 'icons'), { recursive: true })
  for (const { size, png } of images) await writeFile(join(folder, 'icons', `${size}x${size}.png`), png)
  await writeFile(join(folder, 'icon.ico'), makeIco(images.filter(({ size }) => size <= 256)))
  await writeFile(join(folder, 'icon.icns'), makeIcns(await drawAll(MAC_MARGIN)))
}

/** @param {import('./icons/renderer.js').Render} render */
async function drawTrayIcons(render) {
  for (const [state, color] of Object.entries(TRAY)) {
    const svg = await readFile(join(folder, 'tray', `${state}.svg`), 'utf8')
    for (const [suffix, scale] of Object.entries(SCALES)) {
      const file = join(folder, 'tray', state)
      await writeFile(`${file}${suffix}.png`, await render(svg, 16 * scale, { color }))
      if (Number.isInteger(scale))
        await writeFile(`${file}Template${suffix}.png`, await render(svg, 16 * scale))
    }
  }
}

/** Draws the icon files of all platforms from the SVGs in resources/. */
async function drawIcons() {
  await withRenderer(async (render) => {
    await drawAppIcons(render)
    await drawTrayIcons(render)
  })
}

await runIfMain(import.meta.url, drawIcons)
