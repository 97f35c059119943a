import { join } from 'node:path'
import { root } from '../setup/paths.js'

/**
 * Packs what is built, as electron-builder.yml says.
 * @param {object} options
 * @param {boolean} options.installers whether installers are made of the packed folder
 * @param {import('electron-builder').Configuration} [options.config] settings that take precedence
 * @throws {Error} when Electron's binary cannot be had
 */
export async function packDesktop({ installers, config = {} }) {
  const { build } = await import('electron-builder')
  await build({
    projectDir: root,
    config: { extends: join(root, 'electron-builder.yml'), ...config },
    dir: !installers,
    publish: 'never',
  })
}
