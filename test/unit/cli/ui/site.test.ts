import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { Site } from '../../../../cli/ui/site.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

let folder: string
let site: Site

beforeEach(async () => {
  const parent = await temporaryFolder()
  folder = join(parent, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await Promise.all([
    writeFile(join(parent, 'secret.txt'), 'secret'),
    writeFile(join(folder, 'index.html'), '<!doctype html>'),
    writeFile(join(folder, 'mark.svg'), '<svg/>'),
    writeFile(join(folder, 'assets', 'index-abc.js'), 'let a'),
    symlink(join(parent, 'secret.txt'), join(folder, 'link.txt')),
  ])
  site = new Site(folder)
})

describe('Site', () => {
  it('serves the page, and says how long each file is good for', async () => {
    const files = await Promise.all(
      ['/', '/index.html', '/mark.svg', '/assets/index-abc.js'].map((path) => site.read(path)),
    )
    expect(
      files.map((file) => [
        file?.body.toString(),
        file?.headers['content-type'],
        file?.headers['cache-control'],
      ]),
    ).toEqual([
      ['<!doctype html>', 'text/html; charset=utf-8', 'no-store'],
      ['<!doctype html>', 'text/html; charset=utf-8', 'no-store'],
      ['<svg/>', 'image/svg+xml', 'no-cache'],
      ['let a', 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
    ])
    expect(new Set(files.map((file) => file?.headers.etag)).size).toBe(3)
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/assets',
    '/assets/',
    '/link.txt',
    '//index.html',
    '/index.html\0',
    '/constructor',
  ])('has nothing at %j', async (path) => {
    expect(await site.read(path)).toBeUndefined()
  })

  it('finds what was built anew, and does without what is gone', async () => {
    await site.read('/')
    await writeFile(join(folder, 'assets', 'index-def.js'), 'let b')
    expect((await site.read('/assets/index-def.js'))?.body.toString()).toBe('let b')
    expect(await new Site(join(folder, 'none')).exists()).toBe(false)
    expect(await site.exists()).toBe(true)
  })
})
