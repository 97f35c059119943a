import { expect, test } from 'vitest'
import { structureOf } from '../../../../../engine/logs/record/structure.ts'

test('a line of text has a level, and a request where it names one', () => {
  expect(structureOf('WARN slow request_id=abc-123 took 3 s')).toEqual({ level: 'warn', request: 'abc-123' })
  expect(structureOf('listening on 3000')).toEqual({ level: null })
})

test('a JSON entry is taken apart: message without colours, the other fields as they are', () => {
  const text = '{"level":30,"time":1,"pid":7,"msg":"\\u001b[32mready\\u001b[0m","reqId":"r-1","port":3000}'
  expect(structureOf(text)).toEqual({
    level: 'info',
    message: 'ready',
    fields: { pid: 7, reqId: 'r-1', port: 3000 },
    request: 'r-1',
  })
})

test("Caddy's access entries name the request by its header, and are errors when Caddy says so", () => {
  const request = { method: 'GET', uri: '/', headers: { 'X-Request-Id': ['abc-1'] } }
  const text = JSON.stringify({ level: 'error', logger: 'http.log.access', msg: 'handled request', request })
  expect(structureOf(text)).toMatchObject({ level: 'error', message: 'handled request', request: 'abc-1' })
})

test('what only looks like JSON is text', () => {
  expect(structureOf('{ not json')).toEqual({ level: null })
})
