import { expect, test } from 'vitest'
import { logFormatter } from '../../../../cli/output/log-line.ts'
import { paintFor } from '../../../../cli/output/paint.ts'
import type { LogRecord } from '../../../../contract/logs.ts'

const plain = paintFor(process.stdout, { NO_COLOR: '1' })
const coloured = paintFor(process.stdout, { FORCE_COLOR: '1' })

function line(service: string, index: number, text: string): LogRecord {
  const origin = { place: 1, time: 1, service, container: `demo-${service}-${index}`, index }
  return { ...origin, kind: 'log', stream: 'stdout', level: null, text }
}

const access = JSON.stringify({
  level: 'info',
  logger: 'http.log.access',
  msg: 'handled request',
  request: { method: 'GET', uri: '/api/slow?ms=20' },
  duration: 0.0213,
  status: 200,
  upstream: 'demo-app-2:3000',
})

test('names line up, and access logs are readable', () => {
  const format = logFormatter(plain)
  const lines = [
    line('app', 1, 'ready'),
    line('a-longer-service', 1, 'hello'),
    line('app', 10, '{"logger":"http.log.access","status":200}'),
    line('caddy', 1, access),
    line('caddy', 1, access.replace('0.0213', '0.00052').replace(',"upstream":"demo-app-2:3000"', '')),
  ]
  expect(lines.map(format)).toEqual([
    'app-1      | ready\n',
    'a-longer-service-1 | hello\n',
    'app-10             | {"logger":"http.log.access","status":200}\n',
    'caddy-1            | 200 GET /api/slow?ms=20  21 ms  demo-app-2\n',
    'caddy-1            | 200 GET /api/slow?ms=20  0.5 ms\n',
  ])
})

test('raw access logs are left as they are', () => {
  expect(logFormatter(plain, { raw: true })(line('caddy', 1, access))).toBe(`caddy-1    | ${access}\n`)
})

test('each instance keeps its own colour', () => {
  const format = logFormatter(coloured)
  const colours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => format(line('app', index, '')).slice(0, 5))
  expect(new Set(colours).size).toBe(10)
  expect(format(line('app', 3, '')).slice(0, 5)).toBe(colours[2])
})
