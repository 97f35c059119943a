import { expect, test } from 'vitest'
import { filesToRunAgain, mergeRuns } from '../../../../scripts/test/again.js'

const file = (name: string, status: string) => ({ name, status, assertionResults: [{ status }] })

test('the few files that failed run again', () => {
  const files = [file('a', 'passed'), file('b', 'failed'), file('c', 'failed')]
  expect(filesToRunAgain(files)).toEqual(['b', 'c'])
})

test('when many failed, it is no accident and none runs again', () => {
  const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => file(name, 'failed'))
  expect(filesToRunAgain(files)).toEqual([])
})

test('of a file that ran twice, the second run counts', () => {
  const first = [file('a', 'passed'), file('b', 'failed'), file('c', 'failed')]
  const second = [file('b', 'passed'), file('c', 'failed')]
  expect(mergeRuns(first, second)).toEqual([file('a', 'passed'), file('b', 'passed'), file('c', 'failed')])
})
