import { chromium } from 'playwright-core'
import { findBrowser } from '../setup/browser.js'

/**
 * @callback Render
 * @param {string} svg
 * @param {number} size in pixels
 * @param {{color?: string, margin?: number}} [options] what `currentColor` is; the part of each side that stays empty
 * @returns {Promise<Buffer>} a square PNG
 */

/**
 * Lends a function that draws SVGs, which a browser does best at 16 pixels.
 * @param {(render: Render) => Promise<void>} use
 * @throws {Error} when there is no Chromium
 */
export async function withRenderer(use) {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('There is no Chromium here to draw icons with.')
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    await use(async (svg, size, { color = '#000', margin = 0 } = {}) => {
      await page.setViewportSize({ width: size, height: size })
      const inner = size * (1 - 2 * margin)
      await page.setContent(
        `<style>
           body { margin: ${size * margin}px; color: ${color} }
           svg { display: block; width: ${inner}px; height: ${inner}px }
         </style>${svg}`,
      )
      return await page.screenshot({ omitBackground: true })
    })
  } finally {
    await browser.close()
  }
}
