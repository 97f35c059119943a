import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readHealthInterval, withHealthInterval } from '../../../../engine/caddyfile/interval.ts'

const APP = { name: 'shop-app', environment: { APP: 'shop-app' } }
const bundled = await readFile(new URL('../../../../stack/Caddyfile', import.meta.url), 'utf8')
const proxy = (...lines: string[]) =>
  `:80 {\r\n\treverse_proxy shop-app-1:80 {\r\n${lines.map((line) => `\t\t${line}\r\n`).join('')}\t}\r\n}\r\n`

test('the bundled interval is read with its line, and only its bytes change', () => {
  const line = bundled.split('\n').indexOf('\thealth_interval 1s') + 1
  expect(readHealthInterval(bundled, APP)).toEqual({ value: 1_000, source: `Caddyfile, line ${line}` })
  expect(withHealthInterval(bundled, APP, 10_000)).toBe(bundled.replace('interval 1s', 'interval 10s'))
  expect(withHealthInterval(bundled, APP, 1_500)).toBe(bundled.replace('interval 1s', 'interval 1500ms'))
  expect(withHealthInterval(bundled, APP, 1_000)).toBe(bundled)
})

test('without one it is that of Caddy, and gets a line below the check', () => {
  const source = proxy('health_uri /up # here', 'lb_policy first')
  expect(readHealthInterval(source, APP)).toEqual({ value: 30_000, source: 'default' })
  expect(withHealthInterval(source, APP, 5_000)).toBe(
    proxy('health_uri /up # here', 'health_interval 5s', 'lb_policy first'),
  )
})

test('a duration of the same length stays as it is written; quotes and comments stay', () => {
  const source = proxy('health_uri /up', 'health_interval "1m30s" # slow')
  expect(withHealthInterval(source, APP, 90_000)).toBe(source)
  expect(withHealthInterval(source, APP, 2_000)).toBe(proxy('health_uri /up', 'health_interval "2s" # slow'))
})

test('of several proxies the slowest counts, and all are set', () => {
  const both = (a: string, b: string) => {
    const block = (path: string, interval: string) =>
      `reverse_proxy ${path} shop-app-1:80 {\nhealth_uri /up\nhealth_interval ${interval}\n}\n`
    return `:80 {\n${block('/a', a)}${block('/b', b)}}\n`
  }
  expect(readHealthInterval(both('1s', '10s'), APP)).toEqual({ value: 10_000, source: 'Caddyfile, line 8' })
  expect(withHealthInterval(both('1s', '10s'), APP, 3_000)).toBe(both('3s', '3s'))
})

test.each([
  ['no checks', proxy('lb_policy first'), 'Caddyfile: the app has no active health checks'],
  [
    'a variable',
    proxy('health_uri /', 'health_interval {$EVERY:1s}'),
    'Caddyfile, line 4: the interval is not written as a duration',
  ],
  [
    'no duration',
    proxy('health_uri /', 'health_interval often'),
    'Caddyfile, line 4: the interval is not written as a duration',
  ],
])('%s can not be edited', (_what, source, why) => {
  expect(readHealthInterval(source, APP)).toEqual({ value: null, source: why })
  expect(() => withHealthInterval(source, APP, 4_000)).toThrow(
    expect.objectContaining({
      code: 'caddyfile-invalid',
      message: `The health interval can not be set (${why}); nothing was changed.`,
    }),
  )
})
