import { expect, test } from 'vitest'
import { paintFor } from '../../../../cli/output/paint.ts'
import { statusText } from '../../../../cli/output/status-text.ts'
import { instance, snapshot } from '../../../support/scripted-engine.ts'

const plain = paintFor(process.stdout, { NO_COLOR: '1' })

test('a snapshot prints as tables that line up', () => {
  const instances = [
    instance(1, { inFlight: 12, streams: 3 }),
    instance(2, { health: 'unhealthy', reason: '503 from /api/health', inRotation: false, restarts: 2 }),
    instance(10, {
      state: 'exited',
      health: 'unknown',
      inRotation: false,
      inFlight: null,
      streams: null,
      current: false,
    }),
  ]
  const text = statusText(snapshot({ state: 'partial', instances, scale: { wanted: 3, max: 10 } }), plain)
  expect(text).toMatchInlineSnapshot(`
    "demo  partial  http://localhost:8080
    1 of 3 instances take traffic (up to 10)

    INSTANCE     STATUS     TRAFFIC  IN FLIGHT  STREAMS  UPTIME  RESTARTS
    demo-app-1   healthy    yes             12        3  3m 20s         0
    demo-app-2   unhealthy  no               0        0  3m 20s         2  503 from /api/health
    demo-app-10  exited     no               -        -  -              0  runs an older configuration

    SERVICE   STATUS   IMAGE
    caddy     healthy  caddy:2.11
    postgres  running  postgres:18

    /home/ada/demo
    Docker Engine 28.5.0 at unix:///var/run/docker.sock"
  `)
})

test('a stack that is down prints what is known', () => {
  const text = statusText(snapshot({ state: 'down', instances: [], services: [], caddy: 'absent' }), plain)
  expect(text).toMatchInlineSnapshot(`
    "demo  down

    /home/ada/demo
    Docker Engine 28.5.0 at unix:///var/run/docker.sock"
  `)
})

test('a silent Caddy is told', () => {
  const text = statusText(snapshot({ caddy: 'silent', services: [], instances: [] }), plain)
  expect(text).toContain('Caddy does not answer: traffic cannot be told.')
})
