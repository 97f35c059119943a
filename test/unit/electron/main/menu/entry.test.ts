import { expect, test } from 'vitest'
import { realize } from '../../../../../electron/main/menu/entry.ts'

test('An entry’s command runs when it is clicked, at any depth', () => {
  const run: unknown[] = []
  const [file, about] = realize(
    [
      { label: 'File', submenu: [{ label: 'Start', enabled: false, command: { kind: 'start' } }] },
      { role: 'about' },
    ],
    (command) => run.push(command),
  )
  expect(about).toEqual({ role: 'about' })
  expect(file).toEqual({
    label: 'File',
    submenu: [{ label: 'Start', enabled: false, click: expect.any(Function) }],
  })
  const [start] = Array.isArray(file?.submenu) ? file.submenu : []
  Reflect.apply(start?.click as () => void, undefined, [])
  expect(run).toEqual([{ kind: 'start' }])
})
