import { expect, test } from 'vitest'
import { MainLine } from '../../../../electron/engine/main-line.ts'
import { fromEngineSchema } from '../../../../electron/shared/engine-line.ts'

function start() {
  const sent: unknown[] = []
  const wishes: string[] = []
  const line = new MainLine((message) => sent.push(fromEngineSchema.parse(message)))
  const receive = (message: unknown) =>
    line.receive(message, { serve: () => wishes.push('serve'), close: () => wishes.push('close') })
  return { line, sent, wishes, receive }
}

test('Each dialog gets its own answer', async () => {
  const { line, sent, receive } = start()
  const first = line.chooseFolder()
  const second = line.chooseFolder()
  expect(sent).toEqual([
    { kind: 'choose-folder', id: 1 },
    { kind: 'choose-folder', id: 2 },
  ])
  receive({ kind: 'chosen', id: 2, directory: '/srv/shop' })
  receive({ kind: 'chosen', id: 1 })
  expect(await Promise.all([first, second])).toEqual([undefined, '/srv/shop'])
})

test('Main hears of projects, and its wishes are passed on', () => {
  const { line, sent, wishes, receive } = start()
  line.tellProject('/srv/shop')
  receive({ kind: 'serve' })
  receive({ kind: 'close' })
  expect({ sent, wishes }).toEqual({
    sent: [{ kind: 'project', directory: '/srv/shop' }],
    wishes: ['serve', 'close'],
  })
  expect(() => receive({ kind: 'eval' })).toThrow()
})
