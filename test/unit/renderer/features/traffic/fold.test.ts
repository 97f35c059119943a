import { expect, test } from 'vitest'
import { foldSame } from '../../../../../renderer/features/traffic/replay/fold.ts'

const LINES = [...'abcdefghij']

/** The lines as they are shown: `!` before one that differs, and how many a gap leaves out. */
function shown(differing: string, whole = false): string[] {
  const differs = LINES.map((line) => differing.includes(line))
  return foldSame(LINES, differs, whole).map((one) =>
    one.kind === 'gap' ? `(${one.lines})` : `${one.differs ? '!' : ''}${one.text}`,
  )
}

test('around what differs two lines are shown', () => {
  expect(shown('e')).toEqual(['a', 'b', 'c', 'd', '!e', 'f', 'g', '(3)'])
  expect(shown('a')).toEqual(['!a', 'b', 'c', '(7)'])
  expect(shown('aj')).toEqual(['!a', 'b', 'c', '(4)', 'h', 'i', '!j'])
})

test('without a difference all is left out, and the whole is whole', () => {
  expect(shown('')).toEqual(['(10)'])
  expect(shown('e', true)).toEqual([...'abcd', '!e', ...'fghij'])
  expect(foldSame([], [], false)).toEqual([])
})
