import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readMaxScale, withMaxScale } from '../../../../engine/caddyfile/slots.ts'

const APP = { name: 'shop-app', environment: { APP: 'shop-app' } }
const bundled = await readFile(new URL('../../../../stack/Caddyfile', import.meta.url), 'utf8')
const slots = (from: number, to: number, prefix = '{$APP:app}') =>
  Array.from({ length: to - from + 1 }, (_, position) => `${prefix}-${from + position}:3000`).join(' ')

describe('the bundled Caddyfile', () => {
  test('has ten slots, and says where', () => {
    const line = bundled.split('\n').findIndex((text) => text.startsWith('\tto ')) + 1
    expect(readMaxScale(bundled, APP)).toEqual({ value: 10, source: `Caddyfile, line ${line}` })
  })

  test('gets further slots five a line, and nothing else changes', () => {
    const twelve = bundled.replace(
      `\tto ${slots(6, 10)}`,
      `$&\n\tto ${slots(11, 12)}`.replaceAll('{$', '{$$'),
    )
    expect(withMaxScale(bundled, APP, 12)).toBe(twelve)
  })

  test('loses the last slots, and a line without any', () => {
    const three = bundled.replace(slots(1, 5), slots(1, 3)).replace(`\tto ${slots(6, 10)}\n`, '')
    expect(withMaxScale(bundled, APP, 3)).toBe(three)
  })

  test('comes back to the same bytes from another size', () => {
    for (const size of [1, 4, 5, 6, 11, 23, 50]) {
      const sized = withMaxScale(bundled, APP, size)
      expect([size, readMaxScale(sized, APP).value]).toEqual([size, size])
      expect(withMaxScale(sized, APP, 10)).toBe(bundled)
    }
  })

  test('keeps CRLF and a byte order mark', () => {
    const windows = `\uFEFF${bundled.replaceAll('\n', '\r\n')}`
    expect(withMaxScale(windows, APP, 23)).toBe(
      `\uFEFF${withMaxScale(bundled, APP, 23).replaceAll('\n', '\r\n')}`,
    )
    expect(withMaxScale(windows, APP, 2)).toBe(
      `\uFEFF${withMaxScale(bundled, APP, 2).replaceAll('\n', '\r\n')}`,
    )
  })
})

describe('other ways to write the list', () => {
  const list = (from: number, to: number) => slots(from, to, 'shop-app')

  test('addresses behind the directive stay on its line', () => {
    const source = `:80 {\n\treverse_proxy /x* ${list(1, 6)} { # six\n\t\tlb_policy first\n\t}\n}\n`
    expect(withMaxScale(source, APP, 8)).toBe(source.replace(list(1, 6), list(1, 8)))
    expect(withMaxScale(source, APP, 1)).toBe(source.replace(list(1, 6), list(1, 1)))
  })

  test('a comment behind the last one stays there', () => {
    const source = `:80\nreverse_proxy {\n  to ${list(1, 4)} # all\n}`
    const grown = `:80\nreverse_proxy {\n  to ${list(1, 5)} # all\n  to ${list(6, 7)}\n}`
    expect(withMaxScale(source, APP, 7)).toBe(grown)
    expect(withMaxScale(grown, APP, 4)).toBe(source)
  })

  test('one address a line, an escaped line end, quotes and a scheme', () => {
    const column = ':80 {\n reverse_proxy {\n  to shop-app-1:3000\n  to shop-app-2:3000\n }\n}'
    expect(withMaxScale(column, APP, 1)).toBe(column.replace('  to shop-app-2:3000\n', ''))
    const escaped = ':80 {\n reverse_proxy shop-app-1:3000 \\\n  shop-app-2:3000\n}'
    expect(withMaxScale(escaped, APP, 3)).toBe(escaped.replace('-2:3000', '-2:3000 shop-app-3:3000'))
    expect(withMaxScale(escaped, APP, 1)).toBe(escaped.replace(' \\\n  shop-app-2:3000', ''))
    const quoted = ':80 {\n reverse_proxy "http://shop-app-1:3000"\n}'
    expect(withMaxScale(quoted, APP, 2)).toBe(quoted.replace('3000"', '3000" "http://shop-app-2:3000"'))
  })

  test('every list of the same slots changes', () => {
    const source = `:80 {\n handle /a {\n  reverse_proxy ${list(1, 2)}\n }\n reverse_proxy ${list(1, 2)}\n}`
    expect(withMaxScale(source, APP, 3)).toBe(source.replaceAll(list(1, 2), list(1, 3)))
  })

  test('upstreams of something else are left alone', () => {
    const source = `:80 {\n reverse_proxy /api/* api:4000\n reverse_proxy ${list(1, 2)}\n}`
    expect(withMaxScale(source, APP, 1)).toBe(source.replace(list(1, 2), list(1, 1)))
  })
})

describe('a list that can not be edited safely says why, and is left alone:', () => {
  test.each([
    [
      'no list',
      ':80 {\n reverse_proxy app:3000\n}',
      'Caddyfile: no reverse_proxy names shop-app-1, shop-app-2 and so on',
    ],
    [
      'another name',
      ':80 {\n reverse_proxy other-app-1:3000\n}',
      'Caddyfile: no reverse_proxy names shop-app-1, shop-app-2 and so on',
    ],
    [
      'a gap',
      ':80 {\n reverse_proxy shop-app-1:80 shop-app-3:80\n}',
      'Caddyfile, line 2: the slots are not numbered from 1 on',
    ],
    [
      'a stranger',
      ':80 {\n reverse_proxy shop-app-1:80 spare:80\n}',
      'Caddyfile, line 2: not every upstream is an instance of the app',
    ],
    [
      'two places',
      ':80 {\n reverse_proxy shop-app-1:80 {\n  to shop-app-2:80\n }\n}',
      'Caddyfile, line 2: the upstreams stand in two places',
    ],
    [
      'two sizes',
      ':80 {\n reverse_proxy /a shop-app-1:80\n reverse_proxy shop-app-1:80 shop-app-2:80\n}',
      'Caddyfile: its reverse proxies have different numbers of slots',
    ],
    ['a fault', ':80 {\n', 'Caddyfile, line 1: a brace is not closed'],
    ['nothing', '', 'Caddyfile: no reverse_proxy names shop-app-1, shop-app-2 and so on'],
  ])('%s', (_what, source, why) => {
    expect(readMaxScale(source, APP)).toEqual({ value: null, source: why })
    expect(() => withMaxScale(source, APP, 4)).toThrow(
      expect.objectContaining({
        code: 'caddyfile-invalid',
        message: `The maximum scale can not be set (${why}); nothing was changed.`,
      }),
    )
  })
})
