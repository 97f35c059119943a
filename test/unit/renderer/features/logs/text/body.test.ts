import { expect, test } from 'vitest'
import { bodyOf, bodyText } from '../../../../../../renderer/features/logs/text/body.ts'
import { entry, event } from '../records.ts'

const access = (more: object, request?: string) =>
  entry(
    JSON.stringify({
      level: 'info',
      logger: 'http.log.access.log0',
      request: { method: 'GET', uri: '/api/whoami' },
      status: 200,
      duration: 0.0034,
      ...more,
    }),
    1,
    {
      service: 'caddy',
      container: 'demo-caddy-1',
      level: 'info',
      message: 'handled request',
      ...(request === undefined ? {} : { request }),
    },
  )

test('an access log reads as a sentence', () => {
  expect(bodyOf(access({ upstream: 'demo-app-2:3000' }), true)).toEqual([
    [
      { text: 'GET /api/whoami ', look: {} },
      { text: '200', look: { tone: 'good' } },
      { text: ' 3.4 ms', look: { tone: 'soft' } },
      { text: ' → ', look: { tone: 'faint' } },
      { text: 'app-2', look: { tone: 'instance-2' } },
    ],
  ])
  expect(bodyText(access({ status: 502, duration: 1.5, upstream: '' }))).toBe('GET /api/whoami 502 1500 ms')
})

test('the id of a request is a link, in an access log as well', () => {
  expect(bodyOf(access({ upstream: '' }, 'req-17'), true)[0]?.at(-1)).toEqual({
    text: 'req-17',
    look: { tone: 'faint' },
    link: { kind: 'request', id: 'req-17' },
  })
  const text = 'id=req-17 of req-170, req-17'
  expect(
    bodyOf(entry(text, 1, { request: 'req-17' }), true)[0]?.map(({ text, link }) => [text, link?.kind]),
  ).toEqual([
    ['id=', undefined],
    ['req-17', 'request'],
    [' of req-170, ', undefined],
    ['req-17', 'request'],
  ])
})

test('other JSON is its message, and its fields after that', () => {
  const fields = { pid: 7, port: 3000, host: 'a b', tags: ['x'] }
  expect(bodyText(entry('{}', 1, { message: 'listening', fields }))).toBe(
    'listening port=3000 host="a b" tags=["x"]',
  )
  expect(bodyOf(entry('{"a":1}', 1, { fields: { a: 1 } }), true)).toEqual([
    [
      { text: 'a=', look: { tone: 'faint' } },
      { text: '1', look: { tone: 'soft' } },
    ],
  ])
})

test('a stack in a field has lines of its own', () => {
  const err = { type: 'Error', stack: 'Error: boom\n    at main\n' }
  expect(bodyText(entry('{}', 1, { message: 'failed', fields: { err, id: 4 } }))).toBe(
    'failed err={"type":"Error"} id=4\nError: boom\n    at main',
  )
})

test('a stack that was written as lines stays together', () => {
  expect(bodyText(entry('Error: boom\n    at main'))).toBe('Error: boom\n    at main')
})

test('the colours of the app are kept or not', () => {
  const line = entry('\u001b[31mred\u001b[0m')
  expect(bodyOf(line, true)[0]?.[0]).toEqual({ text: 'red', look: { ink: '31' } })
  expect(bodyOf(line, false)[0]?.[0]).toEqual({ text: 'red', look: {} })
})

test('no escape that JSON hides drives the terminal', () => {
  const uri = '/\u001b]0;owned\u0007x'
  expect(bodyText(access({ request: { method: 'GET', uri } }))).toBe('GET /x 200 3.4 ms')
  expect(bodyText(entry('{}', 1, { message: '\u001b[2Jhi', fields: { '\u001bc': '\u001b[6n' } }))).toBe(
    'hi =""',
  )
})

test('what happened has a sign and a word', () => {
  expect(bodyOf(event('died', 'died (exit code 137)', { level: 'error' }), true)).toEqual([
    [
      { text: '■ ', look: { tone: 'bad', attributes: [1] } },
      { text: 'died (exit code 137)', look: { attributes: [1] } },
    ],
  ])
})

test('what Shoal says itself is set apart', () => {
  expect(bodyOf({ kind: 'note', place: 1, time: 1, text: '3 lines were skipped' }, true)).toEqual([
    [{ text: '3 lines were skipped', look: { tone: 'faint', attributes: [3] } }],
  ])
})

test('an endless line is shown in part', () => {
  expect(bodyText(entry('x'.repeat(50_000)))).toBe(`${'x'.repeat(20_000)}…`)
})
