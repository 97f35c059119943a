import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { addRecent, forgetRecent, readRecent } from '../../../../engine/recent/list.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

const entry = (name: string, openedAt = 0) => ({ directory: `/projects/${name}`, name, openedAt })
const names = async (path: string) => (await readRecent(path)).map(({ name }) => name)

let path: string
beforeEach(async () => {
  path = join(await temporaryFolder(), 'data', 'recent.json')
})

test('the newest comes first, each project once, and twelve are kept', async () => {
  expect(await readRecent(path)).toEqual([])
  for (let count = 1; count <= 14; count += 1) await addRecent(path, entry(`p${count}`))
  await addRecent(path, entry('p5', 99))
  expect(await names(path)).toEqual([
    'p5',
    ...['p14', 'p13', 'p12', 'p11', 'p10', 'p9', 'p8', 'p7', 'p6', 'p4', 'p3'],
  ])
  expect((await readRecent(path))[0]).toEqual(entry('p5', 99))
})

test('a project can be forgotten, and one that is not there too', async () => {
  await addRecent(path, entry('a'))
  await addRecent(path, entry('b'))
  await forgetRecent(path, '/projects/a')
  await forgetRecent(path, '/projects/nobody')
  expect(await names(path)).toEqual(['b'])
})

test('what makes no sense is skipped, and kept aside before it is written over', async () => {
  await mkdir(dirname(path))
  for (const [text, kept] of [
    [JSON.stringify({ projects: [{ directory: 7 }, entry('good')] }), ['good']],
    ['nonsense', []],
  ] as const) {
    await writeFile(path, text)
    expect(await names(path)).toEqual(kept)
    await addRecent(path, entry('new'))
    expect(await names(path)).toEqual(['new', ...kept])
    expect(await readFile(`${path}.rejected`, 'utf8')).toBe(text)
  }
})
