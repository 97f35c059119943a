import { expect, test } from 'vitest'
import { projectPool } from '../../../../engine/database/project-pool.ts'

const configured = { size: 10, variable: 'DATABASE_POOL_MAX' }
const FACTS = { configured, observed: 0, available: 97, others: 0, max: 10 }

test('ten instances with pools of ten are too many for 97; their rollouts are from eight on', () => {
  const row = (scale: number, rollout: number) => ({
    scale,
    connections: scale * 10,
    fits: scale < 10,
    rollout,
    rolloutFits: rollout <= 97,
  })
  expect(projectPool(FACTS)).toEqual({
    size: 10,
    source: 'environment',
    variable: 'DATABASE_POOL_MAX',
    available: 97,
    others: 0,
    projection: [
      row(1, 20),
      row(2, 30),
      row(3, 40),
      row(4, 50),
      row(5, 70),
      row(6, 80),
      row(7, 90),
      row(8, 100),
      row(9, 100),
      row(10, 100),
    ],
    breaksAt: 10,
    rolloutBreaksAt: 8,
    text: 'Up to 9 fit: 10 x 10 = 100 > 97. A rollout runs a quarter more for a while, which is too many from 8 on.',
  })
})

test.each([
  [
    { others: 2, configured: { ...configured, size: 5 } },
    'All 10 instances fit: 10 x 5 + 2 others = 52 of 97.',
  ],
  [{ others: 1, available: 7 }, 'Not even one instance fits: 1 x 10 + 1 other = 11 > 7.'],
  [
    { configured: undefined, observed: 3 },
    'All 10 instances fit: 10 x 3 = 30 of 97. 3 is the most that one instance was seen with; it may open more.',
  ],
])('in a sentence: %j', (change, text) => {
  expect(projectPool({ ...FACTS, ...change }).text).toBe(text)
})

test('a size that nobody knows projects nothing', () => {
  expect(projectPool({ ...FACTS, configured: undefined, others: 1 })).toEqual({
    size: null,
    source: 'unknown',
    variable: '',
    available: 97,
    others: 1,
    projection: [],
    breaksAt: null,
    rolloutBreaksAt: null,
    text: 'How many connections one instance opens is not known: no variable says so, and none was seen with any.',
  })
})
