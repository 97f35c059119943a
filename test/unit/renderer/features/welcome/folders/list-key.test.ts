import { expect, test } from 'vitest'
import { listKey } from '../../../../../../renderer/features/welcome/folders/list-key.ts'

const rows = ['Up', 'api', 'shop', 'site', 'web'].map((name) => ({ name }))
const plain = { ctrlKey: false, metaKey: false, altKey: false }
const key = (name: string, at: number) => {
  const meant = listKey({ key: name, ...plain }, rows, at)
  return meant && `${meant.kind} ${meant.at}`
}

test('arrows and pages move within the list', () => {
  expect([
    key('ArrowDown', -1),
    key('ArrowDown', 4),
    key('ArrowUp', 0),
    key('PageDown', 0),
    key('End', 1),
    key('Home', 3),
  ]).toEqual(['choose 0', 'choose 4', 'choose 0', 'choose 4', 'choose 4', 'choose 0'])
})

test('Enter acts on the chosen one, Right goes into it, Left and Backspace go up', () => {
  expect([
    key('Enter', 2),
    key('Enter', -1),
    key('ArrowRight', 2),
    key('ArrowLeft', 2),
    key('Backspace', -1),
  ]).toEqual(['act 2', null, 'enter 2', 'up -1', 'up -1'])
})

test('a letter chooses the next name that begins with it', () => {
  expect([key('s', -1), key('S', 2), key('s', 3), key('x', 0)]).toEqual([
    'choose 2',
    'choose 3',
    'choose 2',
    null,
  ])
})

test('keys with Ctrl are left to shortcuts', () => {
  expect(listKey({ key: 'k', ...plain, ctrlKey: true }, rows, 0)).toBeNull()
})
