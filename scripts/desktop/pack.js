import { join } from 'node:path'
import { root } from '../setup/paths.js'

/** How it looks when a machine does not reach where Electron is kept. */
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/

/**
 * Packs what is built, as electron-builder.yml says.
 * @param {object} options
 * @param {boolean} options.installers whether installers are made of the packed folder
 * @param {import('electron-builder').Configuration} [options.config] settings that take precedence
 * @throws {Error} one sentence when Electron cannot be fetched
 */
export async function packDesktop({ installers, config = {} }) {
  const { build } = await import('electron-builder')
  try {
    await build({
      projectDir: root,
      config: { extends: join(root, 'electron-builder.yml'), ...config },
      dir: !installers,
      publish: 'never',
    })
  } catch (error) {
    if (!(error instanceof Error) || !UNREACHABLE.test(error.message)) throw error
    throw new Error(
      `Electron could not be fetched (${error.message}); nothing was packed. Pack on a machine that reaches github.com, ` +
        'or name a mirror in ELECTRON_MIRROR.',
      { cause: error },
    )
  }
}
