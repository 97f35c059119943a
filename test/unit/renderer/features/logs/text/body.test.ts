import { expect, test } from 'vitest'
import type { LogLine } from '../../../../../../contract/models.ts'
import { bodyOf, bodyText } from '../../../../../../renderer/features/logs/text/body.ts'

const line = (text: string, more: Partial<LogLine> = {}): LogLine => ({
  time: 1,
  service: 'caddy',
  container: 'demo-caddy-1',
  index: 1,
  stream: 'stdout',
  text,
  ...more,
})

const access = (more: object) =>
  line(
    JSON.stringify({
      level: 'info',
      logger: 'http.log.access.log0',
      request: { method: 'GET', uri: '/api/whoami' },
      status: 200,
      duration: 0.0034,
      ...more,
    }),
  )

test('an access log reads as a sentence', () => {
  expect(bodyOf(access({ upstream: 'demo-app-2:3000' }))).toEqual([
    { text: 'GET /api/whoami ', look: {} },
    { text: '200', look: { tone: 'good' } },
    { text: ' 3.4 ms', look: { tone: 'soft' } },
    { text: ' → ', look: { tone: 'faint' } },
    { text: 'app-2', look: { tone: 'instance-2' } },
  ])
  expect(bodyText(access({ status: 502, duration: 1.5, upstream: '' }))).toBe('GET /api/whoami 502 1500 ms')
})

test('other JSON is its message, and its fields after that', () => {
  const text = JSON.stringify({
    level: 30,
    time: 1,
    pid: 7,
    msg: 'listening',
    port: 3000,
    host: 'a b',
    tags: ['x'],
  })
  expect(bodyText(line(text))).toBe('listening port=3000 host="a b" tags=["x"]')
  expect(bodyOf(line('{"a":1}'))).toEqual([
    { text: 'a=', look: { tone: 'faint' } },
    { text: '1', look: { tone: 'soft' } },
  ])
})

test.each(['{"open": tru', '{not json}', '{}', '[1,2]', 'words'])('%s stays as it is', (text) => {
  expect(bodyText(line(text))).toBe(text)
})

test('no escape that JSON hides drives the terminal', () => {
  const uri = '/\u001b]0;owned\u0007x'
  expect(bodyText(access({ request: { method: 'GET', uri } }))).toBe('GET /x 200 3.4 ms')
  expect(bodyText(line(JSON.stringify({ msg: '\u001b[2Jhi', '\u001bc': '\u001b[6n' })))).toBe('hi =""')
})

test('what Shoal says itself is set apart', () => {
  expect(bodyOf(line('3 lines were skipped', { container: '' }))).toEqual([
    { text: '3 lines were skipped', look: { tone: 'faint', attributes: [3] } },
  ])
})

test('an endless line is shown in part', () => {
  expect(bodyText(line('x'.repeat(50_000)))).toBe(`${'x'.repeat(20_000)}…`)
})
