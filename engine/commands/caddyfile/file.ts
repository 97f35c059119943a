import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { versionsOf } from '../../files/versions.ts'
import { caddyfilePath, readCaddyfile } from '../view.ts'

/** The former Caddyfiles of a project. One is refused when Caddy could not load it. */
export const caddyVersions = versionsOf({ folder: 'caddyfile', extension: 'caddyfile', file: 'Caddyfile' })

/** A project's Caddyfile as it is. An absent one reads as an empty text. Throws `caddyfile-invalid`. */
export async function caddyfileOf(
  directory: string,
): Promise<{ readonly text: string; readonly exists: boolean; readonly path: string }> {
  const path = caddyfilePath(directory)
  const text = await readCaddyfile(directory)
  const exists =
    text !== '' ||
    (await access(path).then(
      () => true,
      () => false,
    ))
  return { text, exists, path }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
