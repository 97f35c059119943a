import { expect, test } from 'vitest'
import { Queue } from '../../../../cli/exec/queue.ts'

test('the writer pauses when too much waits, and goes on when there is room', async () => {
  const events: string[] = []
  const queue = new Queue<number>(
    () => events.push('pause'),
    () => events.push('resume'),
  )
  for (let n = 1; n <= 16; n++) queue.push(n)
  queue.close()
  for await (const n of queue) events.push(String(n))
  const numbers = Array.from({ length: 16 }, (_, n) => String(n + 1))
  expect(events).toEqual(['pause', 'resume', ...numbers])
})

test('a reader that waits gets what is pushed later, and ends when it is closed', async () => {
  const queue = new Queue<string>(
    () => {},
    () => {},
  )
  setTimeout(() => queue.push('late'), 5)
  setTimeout(() => queue.close(), 10)
  const seen: string[] = []
  for await (const text of queue) seen.push(text)
  expect(seen).toEqual(['late'])
})
