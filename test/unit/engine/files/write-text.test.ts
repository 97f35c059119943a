import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeText } from '../../../../engine/files/write-text.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shoal-write-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

test('a file is replaced, keeps its mode and leaves nothing beside it', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'old')
  await chmod(path, 0o640)
  await writeText(path, 'new é', { mode: 0o600 })
  expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777, await readdir(folder)]).toEqual([
    'new é',
    0o640,
    ['a.txt'],
  ])
})

test('a new file gets the mode that is asked for', async () => {
  await writeText(join(folder, 'a.txt'), 'x', { mode: 0o600 })
  expect((await stat(join(folder, 'a.txt'))).mode & 0o777).toBe(0o600)
})

test('a link stays a link, and its target is written', async () => {
  await writeFile(join(folder, 'target'), 'old')
  await symlink('target', join(folder, 'link'))
  await writeText(join(folder, 'link'), 'new')
  expect([
    await readFile(join(folder, 'target'), 'utf8'),
    (await lstat(join(folder, 'link'))).isSymbolicLink(),
  ]).toEqual(['new', true])
})

test('a folder that is not there is an error that names the file', async () => {
  const path = join(folder, 'none', 'a.txt')
  await expect(writeText(path, 'x')).rejects.toMatchObject({
    code: 'file-write',
    message: `${path} could not be written (ENOENT); the file was left as it was.`,
  })
})

/** Mounts 8 KiB of memory as a disk; undefined where that is not allowed. */
function mountSmallDisk(path: string): (() => void) | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', path], { stdio: 'ignore' })
    return () => execFileSync('umount', [path])
  } catch {
    return undefined
  }
}

test('a disk that fills up half-way through leaves the old bytes and no other file', async (context) => {
  const unmount = mountSmallDisk(folder)
  if (unmount === undefined) return context.skip('needs the right to mount a small disk')
  try {
    const path = join(folder, '.env')
    await writeFile(path, 'A=1\n')
    await expect(writeText(path, 'B'.repeat(6_000))).rejects.toMatchObject({ code: 'disk-full' })
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['A=1\n', ['.env']])
  } finally {
    unmount()
  }
})
