import { describe, expect, it } from 'vitest'
import type { Instance, Snapshot } from '../../../../contract/models.ts'
import { actualText, healthText, shortName } from '../../../../renderer/model/summary.ts'

const of = (wanted: number, healths: readonly Instance['health'][]) =>
  ({
    state: healths.length > 0 ? 'running' : 'down',
    scale: { wanted, max: 10 },
    instances: healths.map((health) => ({ health })),
  }) as unknown as Snapshot

describe('healthText', () => {
  it('counts the healthy ones of those that are wanted', () => {
    expect(healthText(of(3, ['healthy', 'healthy', 'healthy']))).toBe('3 of 3 healthy')
    expect(healthText(of(3, ['healthy', 'unhealthy']))).toBe('1 of 3 healthy')
  })

  it('counts those that leave as well, while they are there', () => {
    expect(healthText(of(1, ['healthy', 'healthy', 'healthy']))).toBe('3 of 3 healthy')
  })

  it('says so when there are none', () => {
    expect(healthText(of(3, []))).toBe('No instances')
  })
})

describe('actualText', () => {
  it('counts by phase, what works first', () => {
    expect(actualText(['draining', 'serving', 'serving', 'sick'])).toBe('2 serving, 1 draining, 1 sick')
    expect(actualText([])).toBe('none running')
  })
})

describe('shortName', () => {
  it('leaves the project away', () => {
    expect(shortName('shop', 'shop-app-2')).toBe('app-2')
    expect(shortName('shop', 'shopping-app-2')).toBe('shopping-app-2')
  })
})
