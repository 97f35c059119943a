import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RequestBatch } from '../../contract/requests.ts'
import type { Traffic } from '../../contract/traffic.ts'
import { startBrowser } from '../support/browser.ts'
import { DIRECTORY, type TrafficEngine, trafficEngine } from '../support/made-up-engine.ts'
import { record, replayOf, report, summary } from '../support/made-up-traffic.ts'
import { openScriptedWindow, type ScriptedWindow } from '../support/scripted-window.ts'
import { waitFor } from '../support/wait-for.ts'

let browser: Browser
let window: ScriptedWindow

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())
afterEach(() => window?.dispose())

const SOME = report(Date.now(), 60, 3, (index) => ({ requests: index * 10 }))
const NONE: Traffic = { ...SOME, seconds: [], summary: { ...SOME.summary, total: summary({ requests: 0 }) } }
const batch = (...requests: RequestBatch['requests']): RequestBatch => ({
  requests,
  missed: 0,
  source: 'reading',
})
const many = (from: number, to: number) =>
  batch(...Array.from({ length: to - from + 1 }, (_, at) => record(from + at)))

async function show(script: Parameters<typeof trafficEngine>[0]): Promise<TrafficEngine> {
  const scripted = trafficEngine(script)
  window = await openScriptedWindow(browser, { engine: scripted.engine, directory: DIRECTORY })
  await window.page.getByRole('link', { name: 'Traffic' }).click()
  return scripted
}

const list = () => window.page.getByRole('grid', { name: 'Requests' })
const details = () => window.page.getByRole('region', { name: 'Request', exact: true })
const fresh = () => window.page.getByRole('button', { name: /new requests?$/ })

describe('with nothing to show it says why and what to do', () => {
  it.each([
    ['a stack that is down', { stack: { state: 'down' } }, 'The stack does not run'],
    ['no Caddy', { traffic: { ...NONE, source: 'no-caddy' } }, 'Caddy does not run'],
    ['no access log', { traffic: { ...NONE, source: 'no-log' } }, 'Caddy writes no access log'],
    ['no request yet', {}, 'No request yet'],
  ] as const)('%s', async (_what, script, title) => {
    await show({ traffic: NONE, requests: batch(), ...script })
    await window.page.getByRole('heading', { name: title }).waitFor()
    expect(window.faults).toEqual([])
  })
})

it('figures that are less than exact say so', async () => {
  await show({ traffic: { ...SOME, sampled: 4, gap: true }, requests: many(1, 5) })
  await window.page.getByText('at times one in 4 requests was counted').waitFor()
  await window.page.getByText('before they were read, so counts are too low').waitFor()
})

it('it reads only while it is looked at and not paused', async () => {
  const { open } = await show({ traffic: SOME, requests: many(1, 5) })
  const { page } = window
  const reads = () => open().filter((name) => name === 'traffic' || name === 'requests')
  await waitFor(() => reads().length === 2)
  await page.getByRole('button', { name: 'Pause' }).click()
  await waitFor(() => reads().length === 0)
  await page.getByText('paused at').waitFor()
  await page.getByRole('button', { name: 'Resume' }).click()
  await waitFor(() => reads().length === 2)
  await page.getByRole('link', { name: 'Settings' }).click()
  await waitFor(() => reads().length === 0)
})

it('the table sorts by click and key, and says by what', async () => {
  await show({
    traffic: {
      ...SOME,
      summary: {
        ...SOME.summary,
        upstreams: SOME.summary.upstreams.map((one, at) => ({ ...one, rate: [20, 5, 70][at] ?? 0 })),
      },
    },
    requests: many(1, 5),
  })
  const { page } = window
  const table = page.getByRole('table', { name: 'Traffic per instance' })
  const names = () => table.locator('tbody th').allInnerTexts()
  const head = table.getByRole('columnheader', { name: 'Req/s' })
  await head.getByRole('button').click()
  expect(await names()).toEqual(['app-3', 'app-1', 'app-2'])
  expect(await head.getAttribute('aria-sort')).toBe('descending')
  await page.keyboard.press('Enter')
  expect(await names()).toEqual(['app-2', 'app-1', 'app-3'])
  expect(await head.getAttribute('aria-sort')).toBe('ascending')
})

it('each chart tells its newest moment, and the one that the arrow keys lead to', async () => {
  await show({ traffic: SOME, requests: many(1, 5) })
  const chart = window.page
    .getByRole('region', { name: 'Requests per second', exact: true })
    .getByRole('slider')
  const said = () => chart.getAttribute('aria-valuetext')
  await waitFor(async () => (await said())?.includes('app-3 30, app-2 20, app-1 10'))
  const newest = await said()
  await chart.focus()
  await chart.press('End')
  await chart.press('ArrowLeft')
  await waitFor(async () => (await said()) !== newest)
})

it('rows that are read stay where they are, and what comes is counted', async () => {
  const { more } = await show({ traffic: SOME, requests: many(1, 300) })
  const { page } = window
  const first = list().getByRole('row').nth(1)
  await first.getByText('/api/items/300').waitFor()
  expect(await list().getByRole('row').count()).toBeLessThan(60)
  await list().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  more(many(301, 312))
  await fresh().waitFor()
  expect(await fresh().innerText()).toBe('12 new requests')
  expect(await first.innerText()).toContain('/api/items/300')
  await page.keyboard.press('End')
  await list().getByText('/api/items/1', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await first.getByText('/api/items/312').waitFor()
  await fresh().waitFor({ state: 'hidden' })
})

it('a request opens with Enter and closes with Escape', async () => {
  await show({ traffic: SOME, requests: many(1, 5) })
  const { page } = window
  await list().getByText('/api/items/5').waitFor()
  await list().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await details().getByText('0f3c-5').waitFor()
  expect(await details().getByRole('link', { name: 'Open on instance 1' }).getAttribute('href')).toBe(
    'http://app-1.localhost:8080/api/items/5',
  )
  expect(await details().getByRole('link', { name: 'Show its logs' }).getAttribute('href')).toBe(
    '#/logs?request=0f3c-5',
  )
  await page.keyboard.press('Escape')
  await details().waitFor({ state: 'hidden' })
})

it('a replay marks the lines that differ, and names the instance that is unlike the others', async () => {
  const replay = replayOf([{ cart: 3 }, { cart: 4 }, { cart: 3 }])
  const { engine } = await show({ traffic: SOME, requests: many(1, 5), replay })
  const { page } = window
  await list().getByText('/api/items/4').click()
  await details().getByRole('button', { name: 'Replay on every instance' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replay on every instance' })
  await dialog.getByText('The answers differ in the body: app-2 differs from the others').waitFor()
  expect(await dialog.locator('mark').allInnerTexts()).toEqual(['{"cart":3}', '{"cart":4}', '{"cart":3}'])
  expect(engine.asked.find(({ name }) => name === 'requests.replay')?.input).toMatchObject({
    method: 'GET',
    uri: '/api/items/4',
    headers: { accept: 'application/json', 'user-agent': 'curl/8.5.0' },
  })
})

it('what changes something is not sent again', async () => {
  await show({ traffic: SOME, requests: batch(record(1, { method: 'POST', uri: '/api/orders' })) })
  await list().getByText('/api/orders').click()
  await details().getByText('Only GET, HEAD and OPTIONS are replayed').waitFor()
  expect(await details().getByRole('button', { name: 'Replay on every instance' }).isDisabled()).toBe(true)
})

it('a filter is asked of the engine, typed or chosen from a menu', async () => {
  const { engine } = await show({ traffic: SOME, requests: many(1, 5) })
  const { page } = window
  const filter = page.getByRole('textbox', { name: 'Filter' })
  await filter.fill('/api slower:1.5s')
  await page.getByRole('button', { name: 'Status', exact: true }).click()
  await page.getByRole('menuitemradio', { name: /^5xx/ }).click()
  expect(await filter.inputValue()).toBe('status:5xx /api slower:1.5s')
  await waitFor(() =>
    engine.asked.some(
      ({ name, input }) =>
        name === 'requests.follow' &&
        JSON.stringify((input as { filter: unknown }).filter) ===
          JSON.stringify({ path: '/api', status: '5xx', instances: [], slowerThan: 1_500 }),
    ),
  )
})
