import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Drift } from '../../contract/drift.ts'
import { startBrowser } from '../support/browser.ts'
import { DIRECTORY, trafficEngine } from '../support/made-up-engine.ts'
import { report } from '../support/made-up-traffic.ts'
import { openScriptedWindow, type ScriptedWindow } from '../support/scripted-window.ts'

let browser: Browser
let window: ScriptedWindow
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())
afterEach(() => window?.dispose())

const EDITED: Drift = {
  state: 'differs',
  differences: [
    { service: 'caddy', what: 'Caddyfile changed' },
    { service: 'app', what: 'env changed: API_TOKEN, GREETING' },
    { service: 'app', what: 'scale 3 -> 5' },
    { service: 'postgres', what: 'changed: healthcheck, memory' },
  ],
  edits: [
    {
      file: 'compose.yaml',
      key: 'services.app.scale',
      kind: 'changed',
      before: '3',
      after: '5',
      secret: false,
    },
    {
      file: 'compose.yaml',
      key: 'services.postgres.deploy.resources.limits.memory',
      kind: 'added',
      before: '',
      after: '512m',
      secret: false,
    },
    { file: '.env', key: 'API_TOKEN', kind: 'changed', before: '', after: '', secret: true },
    { file: '.env', key: 'OLD_FLAG', kind: 'removed', before: 'yes', after: '', secret: false },
  ],
  plan: {
    operations: ['demo-app-1', 'demo-app-2', 'demo-app-3', 'demo-postgres-1'].map((target) => ({
      id: `create ${target}`,
      verb: 'create' as const,
      target,
      cause: 'env changed: API_TOKEN',
      after: [],
    })),
  },
  replaced: ['demo-app-1', 'demo-app-2', 'demo-app-3', 'demo-postgres-1'],
}

async function show(drift: Drift, size = { width: 1280, height: 800 }): Promise<void> {
  const { engine } = trafficEngine({
    traffic: report(Date.now(), 60, 3, () => ({ requests: 1 })),
    requests: { requests: [], missed: 0, source: 'reading' },
    drift,
  })
  window = await openScriptedWindow(browser, { engine, directory: DIRECTORY, ...size })
}

it.each([
  ['light', 1280, 800],
  ['dark', 900, 600],
] as const)(
  'what was edited is reviewed in %s at %i x %i, and axe finds nothing serious',
  async (theme, width, height) => {
    await show(EDITED, { width, height })
    const { page } = window
    await page.emulateMedia({ colorScheme: theme })
    await page
      .getByText('compose.yaml, .env and Caddyfile were edited. Nothing is applied before you say so.')
      .waitFor()
    await page.getByRole('button', { name: 'Review changes' }).click()
    await page.getByRole('dialog', { name: 'Apply the project’s files?' }).waitFor()
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { impact: string; id: string }[]
    }
    expect(
      violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id),
    ).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Later' }).press('Enter')
    await page.getByText('were edited').waitFor({ state: 'detached' })
    expect(window.faults).toEqual([])
  },
)

it('where nobody knows what was edited, it says that the two differ', async () => {
  await show({ ...EDITED, edits: [], differences: [{ service: 'app', what: 'scale 3 -> 5' }], replaced: [] })
  await window.page.getByText('What runs is not what the project’s files say.').waitFor()
  await window.page.getByText('Applying changes the scale from 3 to 5. No request is lost.').waitFor()
})

it('a file that can not be read is told with its line, and offers nothing to apply', async () => {
  const error = {
    code: 'project-invalid' as const,
    message: 'compose.yaml line 12: services.app.prots is unknown; nothing was changed.',
    hint: 'Correct the line.',
  }
  await show({ state: 'invalid', error })
  await window.page.getByText('compose.yaml line 12').waitFor()
  await window.page.getByText('What runs goes on running.').waitFor()
  expect(await window.page.getByRole('button', { name: 'Review changes' }).count()).toBe(0)
})
