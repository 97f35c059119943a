import { describe, expect, it } from 'vitest'
import { Guard } from '../../../../cli/ui/guard.ts'

const guard = new Guard(7420)
const host = '127.0.0.1:7420'

describe('Guard', () => {
  it.each([
    ['our address', { host }, true],
    ['our name', { host: 'localhost:7420' }, true],
    ['our own page', { host, origin: 'http://127.0.0.1:7420' }, true],
    ['our own page by its other name', { host, origin: 'http://localhost:7420' }, true],
    ['a name that was pointed at this machine', { host: 'evil.example:7420' }, false],
    ['another port', { host: '127.0.0.1:7421' }, false],
    ['no port', { host: '127.0.0.1' }, false],
    ['no Host', {}, false],
    ['a foreign page', { host, origin: 'https://evil.example' }, false],
    ['a page on another port', { host, origin: 'http://127.0.0.1:8080' }, false],
    ['our page over TLS, which there is none of', { host, origin: 'https://127.0.0.1:7420' }, false],
    ['a page of no origin', { host, origin: 'null' }, false],
    ['a page whose name begins like ours', { host, origin: 'http://127.0.0.1:7420.evil.example' }, false],
  ])('judges a request from %s', (_, headers, known) => {
    expect(guard.knows(headers)).toBe(known)
  })

  it('lets nobody open a WebSocket who does not say where from', () => {
    expect(
      [{ host }, { host, origin: `http://${host}` }].map((headers) => guard.knowsUpgrade(headers)),
    ).toEqual([false, true])
  })

  it('knows the development server it was told of, and no other', () => {
    const hosting = new Guard(7420, 'http://127.0.0.1:5173')
    const origins = ['http://127.0.0.1:5173', 'http://127.0.0.1:5174']
    expect(origins.map((origin) => hosting.knowsUpgrade({ host, origin }))).toEqual([true, false])
    expect(hosting.knows({ host: '127.0.0.1:5173' })).toBe(false)
  })

  it.each([
    ['shoal-7420=abc', 'abc'],
    ['theme=dark; shoal-7420=abc; other=1', 'abc'],
    ['shoal-7421=xyz', ''],
    ['xshoal-7420=xyz', ''],
    ['', ''],
    [undefined, ''],
  ])('finds its own cookie in %j', (cookie, session) => {
    expect(guard.sessionIn(cookie === undefined ? {} : { cookie })).toBe(session)
  })

  it('keeps the cookie from scripts, from other sites, and from other windows', () => {
    expect(guard.setCookie('abc')).toBe('shoal-7420=abc; Path=/; HttpOnly; SameSite=Strict')
  })
})
