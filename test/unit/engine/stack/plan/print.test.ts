import { expect, it } from 'vitest'
import type { Plan } from '../../../../../contract/models.ts'
import { printPlan } from '../../../../../engine/stack/plan/print.ts'

const operation = (id: string, after: string[] = []): Plan['operations'][number] => ({
  id,
  verb: 'stop',
  target: `target-${id}`,
  cause: 'because',
  after,
})

it('numbers the operations, and names what each one waits for in order', () => {
  const operations = [operation('a'), operation('b', ['a']), operation('c', ['b', 'a'])]
  expect(printPlan({ operations })).toBe(
    [
      '1. stop target-a  (because)',
      '2. stop target-b  (because)  after 1',
      '3. stop target-c  (because)  after 1, 2',
    ].join('\n'),
  )
})

it('aligns the numbers of a longer plan', () => {
  const operations = Array.from({ length: 10 }, (_, position) => operation(String(position)))
  const lines = printPlan({ operations }).split('\n')
  expect([lines[0], lines[9]]).toEqual([' 1. stop target-0  (because)', '10. stop target-9  (because)'])
})

it('says so when there is nothing to do', () => {
  expect(printPlan({ operations: [] })).toBe('nothing to do')
})
