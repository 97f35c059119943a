import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Opens the browser at an address with a token in it. A program's arguments can be read by every user of a machine, so what
 * the browser is started with is the name of a file that only this user can read, and which leads on to the address.
 * Returns how to remove that file.
 */
export async function showInBrowser(
  address: string,
  browse: (url: string) => Promise<void>,
): Promise<() => Promise<void>> {
  // A folder that this call makes is for its user alone.
  const folder = await mkdtemp(join(tmpdir(), 'shoal-window-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const file = join(folder, 'open.html')
    await writeFile(file, leadTo(address), { mode: 0o600 })
    await browse(pathToFileURL(file).href)
  } catch (error) {
    await remove()
    throw error
  }
  return remove
}

function leadTo(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Shoal</title>
<a href="${address}">To Shoal</a>
`
}
