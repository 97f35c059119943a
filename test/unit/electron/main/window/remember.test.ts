import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepPlacement, recallPlacement } from '../../../../../electron/main/window/remember.ts'
import { temporaryFolder } from '../../../../support/fake-engine.ts'

const placement = { x: 1, y: 2, width: 800, height: 600, maximized: false }

test('What was kept is recalled, and no other file stays', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'window.json')
  await keepPlacement(file, placement)
  expect(await recallPlacement(file)).toEqual(placement)
  expect(await readdir(folder)).toEqual(['window.json'])
})

test.each(['', '{"x":', '{"x":1,"y":2,"width":-5,"height":600,"maximized":false}', '[]'])(
  'A file that holds %j is as good as none',
  async (text) => {
    const file = join(await temporaryFolder(), 'window.json')
    await writeFile(file, text)
    expect(await recallPlacement(file)).toBeUndefined()
  },
)

test('A place that cannot be kept bothers nobody', async () => {
  await keepPlacement(join(await temporaryFolder(), 'missing', 'window.json'), placement)
})
