import { expect, test } from 'vitest'
import { shareOf, transferOf } from '../../../../renderer/model/transfer.ts'

test('an operation without parts has no transfer', () => {
  expect(transferOf([])).toBeNull()
})

test('a pull sums up its layers, and counts what is extracted as here', () => {
  expect(
    transferOf([
      { name: 'a', state: 'done', done: 0, total: 100 },
      { name: 'b', state: 'extracting', done: 25, total: 50 },
      { name: 'c', state: 'downloading', done: 10, total: 40 },
      { name: 'd', state: 'waiting', done: 0, total: 0 },
    ]),
  ).toEqual({ kind: 'layers', done: 1, count: 4, here: 160, bytes: 190, share: (1 + 0.9 + 0.2) / 4 })
})

test('a build counts the steps that it announces', () => {
  expect(
    transferOf([
      { name: 'Step 1/4 : FROM node', state: 'done', done: 0, total: 0 },
      { name: 'Step 2/4 : RUN npm ci', state: 'running', done: 0, total: 0 },
    ]),
  ).toEqual({ kind: 'steps', done: 1, count: 4, here: 0, bytes: 0, share: 0.25 })
})

test('a layer never goes back on its way from waiting to done', () => {
  const shares = [
    { state: 'waiting', done: 0, total: 0 },
    { state: 'downloading', done: 40, total: 40 },
    { state: 'extracting', done: 0, total: 40 },
    { state: 'extracting', done: 40, total: 40 },
    { state: 'done', done: 0, total: 40 },
  ].map((part) => shareOf({ name: 'a', ...part }))
  expect(shares).toEqual([0, 0.8, 0.8, 1, 1])
})
