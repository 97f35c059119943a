import { describe, expect, it } from 'vitest'
import { openAdmin } from '../../../../engine/caddy/admin.ts'
import type { Tunnel, TunnelRequest } from '../../../../engine/caddy/tunnel.ts'

/** As Caddy 2.11 answers both `/adapt` and `/load`. */
const REFUSED =
  '{"error":"adapting config using caddyfile adapter: Caddyfile:3: unrecognized directive: frobnicate"}\n'

function adminThat(status: number, body: string) {
  const asked: TunnelRequest[] = []
  const tunnel: Tunnel = {
    send: async (request) => {
      asked.push(request)
      return { status, headers: {}, body }
    },
    warm: async () => {},
    close: () => {},
  }
  return { admin: openAdmin(tunnel, tunnel), asked }
}

describe('openAdmin', () => {
  it('reads the requests in flight on each upstream', async () => {
    const { admin, asked } = adminThat(
      200,
      '[{"address":"shop-app-1:3000","num_requests":3,"fails":0},{"address":"shop-app-1.:3000","num_requests":1,"fails":2}]',
    )
    expect(await admin.upstreams()).toEqual([
      { address: 'shop-app-1:3000', requests: 3 },
      { address: 'shop-app-1.:3000', requests: 1, fails: 2 },
    ])
    expect(asked).toEqual([{ path: '/reverse_proxy/upstreams', timeout: 5_000 }])
  })

  it('adapts a Caddyfile without loading it', async () => {
    const { admin, asked } = adminThat(200, '{"warnings":[],"result":{"apps":{}}}')
    expect(await admin.adapt(':80')).toEqual({ apps: {} })
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/adapt',
        body: ':80',
        headers: { 'content-type': 'text/caddyfile' },
        timeout: 30_000,
      },
    ])
  })

  it('forces a load where the same Caddyfile would be taken for nothing new', async () => {
    const { admin, asked } = adminThat(200, '')
    await admin.load(':80')
    await admin.load(':80', { force: true })
    expect(asked.map(({ path, headers }) => ({ path, headers }))).toEqual([
      { path: '/load', headers: { 'content-type': 'text/caddyfile' } },
      { path: '/load', headers: { 'content-type': 'text/caddyfile', 'cache-control': 'must-revalidate' } },
    ])
  })

  it.each(['adapt', 'load'] as const)("refuses to %s with Caddy's own words and line", async (verb) => {
    await expect(adminThat(400, REFUSED).admin[verb]('bad')).rejects.toMatchObject({
      code: 'caddyfile-invalid',
      message:
        'Caddy refuses the Caddyfile: Caddyfile:3: unrecognized directive: frobnicate. ' +
        'The configuration that runs was left as it is.',
    })
  })

  it.each([
    ['not JSON\n', 'not JSON'],
    ['', 'it gives no reason'],
  ])('makes do with an answer that is no JSON: %j', async (body, words) => {
    await expect(adminThat(500, body).admin.load('x')).rejects.toMatchObject({
      code: 'caddyfile-invalid',
      message: `Caddy refuses the Caddyfile: ${words}. The configuration that runs was left as it is.`,
    })
  })

  it('does not blame the Caddyfile when the API itself fails', async () => {
    await expect(adminThat(404, '404 page not found').admin.upstreams()).rejects.toMatchObject({
      code: 'caddy-unreachable',
      message: "Caddy's admin API answers /reverse_proxy/upstreams with 404; nothing was changed in it.",
    })
  })
})
