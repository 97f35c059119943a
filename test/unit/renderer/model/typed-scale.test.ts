import { expect, test } from 'vitest'
import { typedScale } from '../../../../renderer/model/typed-scale.ts'

test('a number alone and in a sentence is a number of instances', () => {
  const typed = [
    '4',
    ' 10 ',
    'scale 4',
    'Scale to 6',
    'scale8',
    '3 instances',
    '1 instance',
    'scale to 2 instances',
  ]
  expect(typed.map(typedScale)).toEqual([4, 10, 4, 6, 8, 3, 1, 2])
})

test('whatever else has a number in it is none', () => {
  expect(['', 'app-2', 'app-2 logs', '4.5', '-3', 'scale', '8080', '4 apples'].map(typedScale)).toEqual(
    Array(8).fill(null),
  )
})
