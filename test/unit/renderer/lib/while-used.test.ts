import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { whileUsed } from '../../../../renderer/lib/while-used.ts'

let told: string[]
let use: (key: string) => () => void

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  use = whileUsed((key, signal) => {
    told.push(`open ${key}`)
    signal.addEventListener('abort', () => told.push(`close ${key}`))
  }, 100)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('whileUsed', () => {
  it('opens for the first user and closes a moment after the last one left', () => {
    const first = use('shop')
    const second = use('shop')
    first()
    vi.advanceTimersByTime(500)
    expect(told).toEqual(['open shop'])
    second()
    vi.advanceTimersByTime(99)
    expect(told).toEqual(['open shop'])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['open shop', 'close shop'])
  })

  it('goes on when the next user comes before the moment is over', () => {
    use('shop')()
    vi.advanceTimersByTime(50)
    const leave = use('shop')
    vi.advanceTimersByTime(500)
    expect(told).toEqual(['open shop'])
    leave()
    vi.advanceTimersByTime(100)
    use('shop')
    expect(told).toEqual(['open shop', 'close shop', 'open shop'])
  })

  it('counts a user once, however often it leaves', () => {
    const first = use('shop')
    use('shop')
    first()
    first()
    vi.advanceTimersByTime(500)
    expect(told).toEqual(['open shop'])
  })

  it('ends one thing at once when another one is wanted', () => {
    const leave = use('shop')
    use('blog')
    expect(told).toEqual(['open shop', 'close shop', 'open blog'])
    leave()
    vi.advanceTimersByTime(500)
    expect(told).toEqual(['open shop', 'close shop', 'open blog'])
  })
})
