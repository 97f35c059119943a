import { expect, it } from 'vitest'
import { rank, UNABLE } from '../../../../../renderer/features/palette/rank.ts'

it('puts a command that cannot be done behind every one that can', () => {
  const unable = rank('Scale to 4 instances', 'scale', [UNABLE])
  const able = rank('Restart the stack', 'sc', [])
  expect(unable).toBeGreaterThan(0)
  expect(unable).toBeLessThan(able)
})

it('finds nothing by the mark itself, and leaves the others as they are', () => {
  expect(rank('Stop the stack', 'unable', [UNABLE])).toBe(0)
  expect(rank('Stop the stack', 'stop')).toBeGreaterThan(0.9)
})
