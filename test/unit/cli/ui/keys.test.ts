import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Keys } from '../../../../cli/ui/keys.ts'

describe('Keys', () => {
  it('exchange each token once, for a session that is another secret', () => {
    const keys = new Keys()
    const tokens = [keys.issue(), keys.issue()]
    const sessions = tokens.map((token) => keys.spend(token))
    expect(new Set([...tokens, ...sessions]).size).toBe(3)
    expect([keys.admits(sessions[0] ?? ''), keys.admits(sessions[1] ?? '')]).toEqual([true, true])
    expect(tokens.map((token) => keys.spend(token))).toEqual([undefined, undefined])
  })

  it('are 256 bits long, and fit into an address and a cookie', () => {
    const keys = new Keys()
    const token = keys.issue()
    const session = keys.spend(token) ?? ''
    for (const key of [token, session]) expect(key).toMatch(/^[\w-]{43}$/)
  })

  it('take no token after its time', () => {
    let now = 1_000
    const keys = new Keys(() => now)
    const [late, early] = [keys.issue(50), keys.issue(50)]
    now += 49
    expect(keys.spend(early)).toBeDefined()
    now += 1
    expect(keys.spend(late)).toBeUndefined()
  })

  it('take neither strangers, nor a token as a session, nor the session as a token', () => {
    const keys = new Keys()
    const token = keys.issue()
    expect([keys.spend(''), keys.spend('x'), keys.admits(''), keys.admits(token)]).toEqual([
      undefined,
      undefined,
      false,
      false,
    ])
    expect(keys.spend(keys.spend(token) ?? '')).toBeUndefined()
    expect(new Keys().admits(new Keys().spend(token) ?? '')).toBe(false)
  })

  it('show nothing when they are printed', () => {
    const keys = new Keys()
    const token = keys.issue()
    const printed = `${inspect(keys, { depth: 9, showHidden: true })}${JSON.stringify(keys)}`
    expect([printed.includes(token), printed.includes(keys.spend(token) ?? '')]).toEqual([false, false])
  })
})
