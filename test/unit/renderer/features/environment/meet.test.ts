import { expect, test } from 'vitest'
import { meet } from '../../../../../renderer/features/environment/draft/meet.ts'

const file = (text: string) => ({ text, hash: `hash of ${text}`, exists: true })

test('takes the file over while nothing was edited', () => {
  expect(meet({ file: null, text: '', theirs: null }, file('A=1'))).toEqual({
    file: file('A=1'),
    text: 'A=1',
    theirs: null,
    readError: null,
  })
  expect(meet({ file: file('A=1'), text: 'A=1', theirs: null }, file('A=2'))).toEqual({
    file: file('A=2'),
    text: 'A=2',
    theirs: null,
    readError: null,
  })
})

test('keeps edits, and makes a file that changed meanwhile a conflict', () => {
  expect(meet({ file: file('A=1'), text: 'A=mine', theirs: null }, file('A=2'))).toEqual({
    theirs: file('A=2'),
    readError: null,
  })
})

test('ends the conflict when the file is again what was edited, or what the edits made of it', () => {
  const draft = { file: file('A=1'), text: 'A=mine', theirs: file('A=2') }
  expect(meet(draft, file('A=1'))).toEqual({ theirs: null, readError: null })
  expect(meet(draft, file('A=mine'))).toEqual({
    file: file('A=mine'),
    text: 'A=mine',
    theirs: null,
    readError: null,
  })
})
