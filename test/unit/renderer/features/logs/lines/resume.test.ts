import { expect, test } from 'vitest'
import type { LogLine } from '../../../../../../contract/models.ts'
import { Marks } from '../../../../../../renderer/features/logs/lines/resume.ts'

const line = (container: string, time: number, text = ''): LogLine => ({
  time,
  service: 'app',
  container,
  index: 1,
  stream: 'stdout',
  text,
})

test('of a stream that begins again only what was not there is taken', () => {
  const marks = new Marks()
  marks.note([line('a', 1), line('b', 2), line('a', 3, 'x'), line('a', 3, 'y')])
  const again = [line('a', 1), line('b', 2), line('a', 3, 'x'), line('a', 3, 'y'), line('a', 3, 'z')]
  const fresh = [line('b', 4), line('c', 1)]
  expect([...again, ...fresh].filter(marks.resume())).toEqual([line('a', 3, 'z'), ...fresh])
})
