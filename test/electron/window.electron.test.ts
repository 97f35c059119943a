import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DesktopApp, startDesktopApp } from '../support/electron/start-app.ts'

let desktop: DesktopApp

beforeAll(async () => {
  desktop = await startDesktopApp()
})
afterAll(() => desktop?.dispose())

test('The page comes from Shoal’s own protocol, and gets its engine over a port', async () => {
  const { page } = desktop
  expect(page.url()).toBe('app://shoal/')
  await page.getByRole('button', { name: /sample/i }).waitFor()
  expect(await page.evaluate('JSON.stringify(window.shoal)')).toBe('{"host":"electron"}')
})

test('The page has nothing of Node or Electron, and reaches nothing but itself', async () => {
  const { page } = desktop
  const reach = (code: string) => page.evaluate(`Promise.resolve(${code}).then(() => 'yes', () => 'no')`)
  expect({
    process: await page.evaluate('typeof process'),
    require: await page.evaluate('typeof require'),
    web: await reach("fetch('https://example.com/')"),
    camera: await reach('navigator.mediaDevices.getUserMedia({ video: true })'),
    location: await reach('new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))'),
    popup: await page.evaluate("window.open('app://shoal/') === null"),
  }).toEqual({
    process: 'undefined',
    require: 'undefined',
    web: 'no',
    camera: 'no',
    location: 'no',
    popup: true,
  })
})

test('The page stays where it is', async () => {
  const { page } = desktop
  await page.evaluate("window.location.href = 'https://example.com/'").catch(() => undefined)
  expect(page.url()).toBe('app://shoal/')
})

test('A crash of the engine’s process is overcome', async () => {
  const { app, page } = desktop
  const pid = await app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Shoal engine')?.pid,
  )
  process.kill(pid ?? expect.fail(), 'SIGKILL')
  await page.getByRole('button', { name: /sample/i }).waitFor()
  await expect
    .poll(() =>
      app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Shoal engine')?.pid ?? 0),
    )
    .not.toBe(pid)
})
