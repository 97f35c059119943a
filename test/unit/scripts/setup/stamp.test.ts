import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeUnlessCurrent } from '../../../../scripts/setup/stamp.js'

let folder: string
const make = vi.fn(() => writeFile(join(folder, 'output'), ''))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shoal-stamp-'))
  await mkdir(join(folder, 'sources', 'node_modules'), { recursive: true })
  await writeFile(join(folder, 'sources', 'a.ts'), 'a')
  make.mockClear()
})

afterEach(() => rm(folder, { recursive: true }))

function build(): Promise<boolean> {
  const paths = { sources: [join(folder, 'sources')], output: join(folder, 'output') }
  return makeUnlessCurrent({ ...paths, stamp: join(folder, 'stamps', 'x') }, make)
}

test('what was made from the same sources is not made again', async () => {
  expect([await build(), await build(), make.mock.calls.length]).toEqual([true, false, 1])
})

test('a changed, added or renamed source has it made again, generated files do not', async () => {
  await build()
  await writeFile(join(folder, 'sources', 'node_modules', 'x'), '')
  const afterGenerated = await build()
  await writeFile(join(folder, 'sources', 'a.ts'), 'b')
  const afterChange = await build()
  await writeFile(join(folder, 'sources', 'empty.ts'), '')
  expect([afterGenerated, afterChange, await build()]).toEqual([false, true, true])
})

test('a missing output is made again', async () => {
  await build()
  await rm(join(folder, 'output'))
  expect(await build()).toBe(true)
})

test('a failure leaves no stamp', async () => {
  make.mockRejectedValueOnce(new Error('no'))
  await expect(build()).rejects.toThrow('no')
  expect(await build()).toBe(true)
})
