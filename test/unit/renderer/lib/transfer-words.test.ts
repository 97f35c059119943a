import { expect, test } from 'vitest'
import { partWords, transferWords } from '../../../../renderer/lib/transfer-words.ts'
import { transferOf } from '../../../../renderer/model/transfer.ts'

const MB = 1024 * 1024

test('a pull is told in layers and bytes', () => {
  const transfer = transferOf([
    { name: 'a', state: 'done', done: 20 * MB, total: 20 * MB },
    { name: 'b', state: 'downloading', done: 4 * MB, total: 60 * MB },
    { name: 'c', state: 'waiting', done: 0, total: 0 },
  ])
  expect(transfer && transferWords(transfer)).toBe('1 of 3 layers, 24 MB of 80 MB')
})

test('a pull whose sizes nobody knows is told in layers', () => {
  const transfer = transferOf([{ name: 'a', state: 'waiting', done: 0, total: 0 }])
  expect(transfer && transferWords(transfer)).toBe('0 of 1 layer')
})

test('a build is told by the step that runs, and by the last one at its end', () => {
  const steps = ['done', 'running'].map((state, at) => ({
    name: `Step ${at + 1}/2 : RUN x`,
    state,
    done: 0,
    total: 0,
  }))
  const words = [steps, steps.map((step) => ({ ...step, state: 'done' }))].map((parts) => {
    const transfer = transferOf(parts)
    return transfer && transferWords(transfer)
  })
  expect(words).toEqual(['step 2 of 2', 'step 2 of 2'])
})

test('a layer tells what is done with it and how far that is', () => {
  const words = [
    partWords({ name: 'a', state: 'waiting', done: 0, total: 0 }),
    partWords({ name: 'a', state: 'downloading', done: 2 * MB, total: 8 * MB }),
    partWords({ name: 'a', state: 'done', done: 0, total: 8 * MB }),
    partWords({ name: 'Step 1/2 : RUN x', state: 'running', done: 0, total: 0 }),
  ]
  expect(words).toEqual(['waiting', 'downloading 2.0 MB of 8.0 MB', 'done, 8.0 MB', 'running'])
})
