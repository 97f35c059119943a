import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageFile } from '../../../../../electron/main/page/page-file.ts'

test.each([
  ['app://shoal/', 'index.html', 'text/html; charset=utf-8'],
  ['app://shoal/index.html?x=1#/logs', 'index.html', 'text/html; charset=utf-8'],
  ['app://shoal/assets/index-ab_1.js', 'assets/index-ab_1.js', 'text/javascript; charset=utf-8'],
  ['app://shoal/assets/inter%20a.woff2', 'assets/inter a.woff2', 'font/woff2'],
])('%s is %s', (address, file, type) => {
  expect(pageFile('/page', address)).toEqual({ path: join('/page', file), type })
})

test.each([
  'app://shoal/..%2f..%2fetc%2fsecret.json',
  'app://shoal/assets/..%5c..%5csecret.json',
  'app://shoal/%5c%5cserver%5cshare.json',
  'app://shoal/c:%5csecret.json',
  'app://shoal/c:/secret.json',
  'app://shoal/index.html%00.png',
  'app://shoal/%ff.html',
  'app://shoal//etc/secret.json',
  'app://elsewhere/index.html',
  'app://shoal/.env',
  'app://shoal/assets/',
  'app://shoal/index.js.map',
])('%s is no file of the page', (address) => {
  expect(pageFile('/page', address)).toBeUndefined()
})

test.each(['app://shoal/../secret.json', 'app://shoal/%2e%2e/%2e%2e/secret.json'])(
  '%s leads no higher than the page',
  (address) => {
    expect(pageFile('/page', address)?.path).toBe(join('/page', 'secret.json'))
  },
)
