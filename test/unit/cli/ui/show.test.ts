import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { showInBrowser } from '../../../../cli/ui/show.ts'

const ADDRESS = 'http://127.0.0.1:7420/?token=abc'

it('opens a file that only its user can read, which leads on to the address', async () => {
  const opened: string[] = []
  const remove = await showInBrowser(ADDRESS, async (url) => void opened.push(url))
  const file = fileURLToPath(opened[0] ?? '')
  const modes = await Promise.all(
    [file, dirname(file)].map(async (path) => ((await stat(path)).mode & 0o777).toString(8)),
  )
  expect([opened.join().includes('abc'), modes, await readFile(file, 'utf8')]).toEqual([
    false,
    ['600', '700'],
    expect.stringContaining(`content="0; url=${ADDRESS}"`),
  ])
  await remove()
  await expect(stat(dirname(file))).rejects.toThrow('ENOENT')
})

it('leaves nothing behind when there is no browser', async () => {
  let file = ''
  const browse = async (url: string) => {
    file = fileURLToPath(url)
    throw new Error('no browser')
  }
  await expect(showInBrowser(ADDRESS, browse)).rejects.toThrow('no browser')
  await expect(stat(dirname(file))).rejects.toThrow('ENOENT')
})
