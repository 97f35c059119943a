import { describe, expect, it } from 'vitest'
import { openGate, reasonOf } from '../../../../engine/caddy/gate.ts'
import type { Tunnel, TunnelAnswer, TunnelRequest } from '../../../../engine/caddy/tunnel.ts'

const OUT: TunnelAnswer = { status: 503, headers: { 'x-rotation': 'out' }, body: 'out of rotation' }

function gateThat(...answers: readonly Partial<TunnelAnswer>[]) {
  const asked: TunnelRequest[] = []
  const left = [...answers]
  const tunnel: Tunnel = {
    send: async (request) => {
      asked.push(request)
      return { status: 200, headers: {}, body: '', ...left.shift() }
    },
    warm: async () => {},
    close: () => {},
  }
  return { gate: openGate(tunnel), asked }
}

describe('openGate', () => {
  it('asks as Caddy does, and takes any 2xx for healthy', async () => {
    const { gate, asked } = gateThat({ status: 204 })
    expect(await gate.ask('shop-app-1:3000', '/api/health')).toEqual({
      allowed: true,
      healthy: true,
      answers: true,
      reason: '',
    })
    expect(asked).toEqual([
      {
        path: '/api/health',
        headers: { 'x-upstream': 'shop-app-1:3000' },
        timeout: 6_000,
        signal: undefined,
      },
    ])
  })

  it('asks past the rotation how an instance is that is kept out', async () => {
    const { gate, asked } = gateThat(OUT, { status: 200 })
    expect(await gate.ask('shop-app-1:3000', '/api/health')).toEqual({
      allowed: false,
      healthy: true,
      answers: true,
      reason: '',
    })
    expect(asked.map(({ headers }) => headers)).toEqual([
      { 'x-upstream': 'shop-app-1:3000' },
      { 'x-upstream': 'shop-app-1:3000', 'x-probe': 'direct' },
    ])
  })

  it("does not take an app's own 503 for the rotation's", async () => {
    const { gate, asked } = gateThat({ status: 503, body: '{"reason":"no database"}' })
    expect(await gate.ask('shop-app-1:3000', '/api/health')).toEqual({
      allowed: true,
      healthy: false,
      answers: true,
      reason: 'answers 503: no database',
    })
    expect(asked).toHaveLength(1)
  })

  it('asks one instance after the other, over one connection, while they answer at once', async () => {
    let running = 0
    let most = 0
    const send = async (): Promise<TunnelAnswer> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return { status: 200, headers: {}, body: '' }
    }
    const gate = openGate({ send, warm: async () => {}, close: () => {} })
    await Promise.all([1, 2, 3].map((index) => gate.ask(`shop-app-${index}:3000`, '/up')))
    expect(most).toBe(1)
  })

  it.each([502, 504])('says that nothing listens when the gate answers %s', async (status) => {
    const { gate } = gateThat(OUT, { status })
    expect(await gate.ask('shop-app-1:3000', '/up')).toMatchObject({ allowed: false, answers: false })
  })
})

describe('reasonOf', () => {
  it.each([
    [504, 'context deadline exceeded', 'does not answer its health check'],
    [502, 'dial tcp 10.0.0.2:3000: connect: connection refused', 'refuses connections'],
    [502, 'dial tcp: lookup shop-app-1 on 127.0.0.11:53: no such host', 'is not on the network'],
    [502, 'lookup shop-app-1 on 127.0.0.11:53: server misbehaving', 'is not on the network'],
    [502, 'dial tcp 10.0.0.2:3000: i/o timeout', 'does not accept connections'],
    [502, 'EOF', 'closes the connection on its health check'],
    [503, '{"reason":"told to be sick"}', 'answers 503: told to be sick'],
    [500, '{"reason":7}', 'answers 500 to its health check'],
    [500, '"just text"', 'answers 500 to its health check'],
    [404, '<!doctype html><p>postgres://user:password@db', 'answers 404 to its health check'],
    [302, '', 'answers 302 to its health check'],
  ])('puts %s with %j into words', (status, body, words) => {
    expect(reasonOf(status, body)).toBe(words)
  })

  it('cuts a long reason', () => {
    expect(reasonOf(503, JSON.stringify({ reason: 'x'.repeat(5_000) }))).toBe(
      `answers 503: ${'x'.repeat(200)}`,
    )
  })
})
