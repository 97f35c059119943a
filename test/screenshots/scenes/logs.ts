import { setTimeout as sleep } from 'node:timers/promises'
import { startLoad } from '../../support/load.ts'
import { goTo } from '../../support/shoal-window.ts'
import type { ShootingSet } from './set.ts'

/** What instances write: the log of a small shop. */
const LINES = [
  'app-1 checkout started cart=8f3a items=3',
  'app-2 {"level":"info","msg":"order placed","order":1042,"total":"59.90"}',
  'app-3 WARN payment provider slow: 1840 ms',
  'app-1 {"level":"info","msg":"mail queued","order":1042,"to":"customer"}',
  'app-2 ERROR stock of item 77 is negative, order 1043 refused',
  'app-3 checkout finished order=1044 in 212 ms',
] as const

/** An error that one of them threw. */
const TRACE = [
  'Error: the payment provider refused order 1045',
  ...['charge', 'checkout', 'handle', 'dispatch', 'next', 'cors', 'listener'].map(
    (name, at) => `    at async ${name} (/app/server/${name}.js:${12 + at * 7}:5)`,
  ),
]

/** What all containers wrote, with a search in it. */
export async function showLogs({ page, stack, camera }: ShootingSet): Promise<void> {
  await goTo(page, 'Logs')
  const load = startLoad({
    url: stack.url,
    connections: 1,
    postEvery: 4,
    paths: ['/api/slow?ms=180', '/api/slow?ms=90'],
  })
  for (const line of LINES) {
    const [instance = '', ...words] = line.split(' ')
    await stack.exec(instance, 'sh', '-c', 'printf "%s\\n" "$1" > /proc/1/fd/1', 'sh', words.join(' '))
    await sleep(300)
  }
  await stack.exec('app-2', 'sh', '-c', 'printf "%s\\n" "$@" > /proc/1/fd/1', 'sh', ...TRACE)
  await load.stop()
  await sleep(500)
  await page
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/search/i))
    .first()
    .fill('order')
  await page
    .getByText(/matches|match| of /)
    .first()
    .waitFor()
  await camera.shoot(page, 'logs')
  await showDetails({ page, camera })
}

/** Everything about one line. */
async function showDetails({ page, camera }: Pick<ShootingSet, 'page' | 'camera'>): Promise<void> {
  const search = page.getByRole('textbox', { name: 'Search the lines' })
  await search.fill('')
  const log = page.getByRole('log', { name: 'Log lines' })
  const chosen = page.getByRole('status', { name: 'Chosen line' })
  await log.press('Enter')
  while (!(await chosen.textContent())?.includes('order placed')) await log.press('ArrowUp')
  await log.press('Enter')
  await page.getByRole('complementary', { name: 'Details' }).getByText('59.90').waitFor()
  await camera.shoot(page, 'logs-details')
  await page.getByRole('button', { name: 'Close the details' }).click()
  await log.press('Escape')
}

/** A shell in an instance. */
export async function showShell({ page, camera }: ShootingSet): Promise<void> {
  await page.getByRole('button', { name: 'Terminal', exact: true }).click()
  await page.getByRole('menuitem', { name: 'app-2' }).click()
  const input = page.getByRole('textbox', { name: 'Terminal input' })
  await input.focus()
  await sleep(1_000)
  for (const command of ['hostname', 'ls', 'printenv NEXT_PUBLIC_BASE_URL']) {
    await page.keyboard.type(`${command}\n`)
    await sleep(500)
  }
  await camera.shoot(page, 'shell')
  await page.getByRole('button', { name: /^Close/ }).click()
}
