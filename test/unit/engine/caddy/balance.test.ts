import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countSlots, readBalance } from '../../../../engine/caddy/balance.ts'

const adapted: unknown = JSON.parse(readFileSync('test/fixtures/caddy/adapted.json', 'utf8'))
const caddyfile = readFileSync('stack/Caddyfile', 'utf8')

function proxy(active: object, dials: readonly string[] = ['a-app-1:3000']): object {
  return {
    handler: 'reverse_proxy',
    health_checks: { active },
    upstreams: dials.map((dial) => ({ dial })),
  }
}

describe('readBalance', () => {
  it('finds the app among the other proxies of the bundled Caddyfile', () => {
    expect(readBalance(adapted)).toEqual({
      addresses: Array.from({ length: 10 }, (_, position) => `shop-app-${position + 1}:3000`),
      uri: '/api/health',
      interval: 1_000,
      timeout: 3_000,
      maxFails: 1,
    })
  })

  it("fills in Caddy's own defaults", () => {
    expect(readBalance({ apps: [proxy({ uri: '/up' })] })).toEqual({
      addresses: ['a-app-1:3000'],
      uri: '/up',
      interval: 30_000,
      timeout: 5_000,
    })
  })

  it('takes the slowest check where several proxies balance the app', () => {
    const slow = proxy({ uri: '/up', interval: 10e9, timeout: 1e9 })
    const fast = proxy({ uri: '/up', interval: 1e9, timeout: 2e9 })
    expect(readBalance([fast, slow])).toMatchObject({ interval: 10_000, timeout: 2_000 })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'],
    ['a proxy without active checks', { handler: 'reverse_proxy', upstreams: [{ dial: 'a:1' }] }],
  ])('finds nothing in %s', (_what, config) => {
    expect(readBalance(config)).toBeUndefined()
  })
})

describe('countSlots', () => {
  it('counts as many slots in the bundled Caddyfile as Caddy finds', () => {
    expect(countSlots(caddyfile)).toBe(readBalance(adapted)?.addresses.length)
  })

  it('counts a slot once, and none in comments', () => {
    const text = [
      'to app-1:3000 app-2:3000',
      'to {$APP:app}-2:3000',
      '# to app-3:3000',
      'to app-4:3000 # app-5:3000',
      'health_upstream 127.0.0.1:2020',
    ].join('\r\n')
    expect(countSlots(text)).toBe(3)
  })

  it('counts none in an empty file', () => {
    expect(countSlots('')).toBe(0)
  })
})
