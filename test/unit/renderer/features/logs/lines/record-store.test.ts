import { expect, test } from 'vitest'
import { RecordStore } from '../../../../../../renderer/features/logs/lines/record-store.ts'
import { entries, entry } from '../records.ts'

const texts = (store: RecordStore) =>
  Array.from({ length: store.end - store.first }, (_, at) => store.record(store.first + at)?.text)

test('the oldest records make room, and every record keeps its number', () => {
  const store = new RecordStore(3)
  store.append(entries(1, 5))
  expect([store.first, store.end, store.dropped, store.full]).toEqual([2, 5, 2, true])
  expect([1, 2, 4, 5].map((number) => store.record(number)?.text)).toEqual([
    undefined,
    'line 3',
    'line 5',
    undefined,
  ])
})

test('long records leave room for fewer', () => {
  const store = new RecordStore(100, 1_000)
  store.append(Array.from({ length: 10 }, (_, at) => entry('x'.repeat(400), at + 1)))
  expect([store.first, store.end]).toEqual([8, 10])
})

test('older records come before the first as far as there is room, and numbers stay', () => {
  const store = new RecordStore(5)
  store.append(entries(8, 9))
  expect(store.prepend(entries(3, 7))).toBe(3)
  expect([store.first, store.record(0)?.text, store.dropped]).toEqual([-3, 'line 8', 0])
  expect(texts(store)).toEqual(['line 5', 'line 6', 'line 7', 'line 8', 'line 9'])
  store.append(entries(10, 10))
  expect([texts(store)[0], store.dropped]).toEqual(['line 6', 1])
})

test('a record that is there already does not come twice', () => {
  const store = new RecordStore()
  store.prepend(entries(1, 3))
  store.append(entries(2, 4))
  expect([texts(store), store.lastPlace]).toEqual([['line 1', 'line 2', 'line 3', 'line 4'], 4])
})

test('the rest of a stack joins its beginning', () => {
  const store = new RecordStore()
  store.append([entry('Error: boom', 1), entry('other', 2)])
  expect(store.append([entry('    at main', 3, { continues: 1 }), entry('next', 4)])).toEqual([0])
  expect(texts(store)).toEqual(['Error: boom\n    at main', 'other', 'next'])
  expect(store.lastPlace).toBe(4)
})

test('the rest of a stack whose beginning is gone stands for itself', () => {
  const store = new RecordStore()
  store.append([entry('other', 2), entry('    at main', 3, { continues: 1 })])
  expect(texts(store)).toEqual(['other', '    at main'])
})

test('records are found by their places; a note is none of them', () => {
  const store = new RecordStore()
  store.append([
    ...entries(10, 12),
    { kind: 'note', place: 20, time: 1, text: '3 lines were skipped' },
    ...entries(20, 21),
  ])
  expect([9, 10, 11, 15, 20, 21, 22].map((place) => store.numberOf(place))).toEqual([0, 0, 1, 3, 4, 5, 6])
})
