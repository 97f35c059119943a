import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { servePage } from '../../../../../electron/main/page/serve-page.ts'
import { temporaryFolder } from '../../../../support/fake-engine.ts'

async function page() {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'page'))
  await writeFile(join(folder, 'page', 'index.html'), '<title>Shoal</title>')
  await writeFile(join(folder, 'secret.json'), '{}')
  return servePage(join(folder, 'page'))
}

test('The page is served under a policy that lets it load its own files and nothing else', async () => {
  const response = await (await page())(new Request('app://shoal/'))
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<title>Shoal</title>')
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
      "font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
})

test.each([
  new Request('app://shoal/missing.js'),
  new Request('app://shoal/..%2fsecret.json'),
  new Request('app://shoal/', { method: 'POST', body: 'x' }),
])('Anything else is not found', async (request) => {
  const response = await (await page())(request)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})
