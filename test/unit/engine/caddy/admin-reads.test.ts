import { describe, expect, it } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { adminReads } from '../../../../engine/caddy/admin-reads.ts'
import type { TunnelAnswer, TunnelRequest } from '../../../../engine/caddy/tunnel.ts'

const CONFIG: TunnelAnswer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
const QUESTION: TunnelRequest = { path: '/config/', timeout: 5_000 }

function wayThat(answer: () => TunnelAnswer) {
  const asked: TunnelRequest[] = []
  return {
    asked,
    send: async (request: TunnelRequest) => {
      asked.push(request)
      return answer()
    },
  }
}

function failure(cause: Error): never {
  throw new ShoalError('caddy-unreachable', 'Caddy does not answer', '', { cause })
}

describe('adminReads', () => {
  it('asks through the gate, under the name that the admin API answers to', async () => {
    const gate = wayThat(() => CONFIG)
    const admin = wayThat(() => CONFIG)
    expect(await adminReads(gate, admin).send(QUESTION)).toEqual(CONFIG)
    const headers = { host: '127.0.0.1:2019', 'x-upstream': '127.0.0.1:2019', 'x-probe': 'direct' }
    expect([gate.asked, admin.asked]).toEqual([[{ ...QUESTION, headers }], []])
  })

  it.each([
    ['nothing listens', () => failure(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))],
    ['a site of the user answers', () => ({ ...CONFIG, headers: { 'content-type': 'text/html' } })],
    ['a gate without the way through answers', () => ({ ...CONFIG, status: 502 })],
  ])('asks the admin port itself where %s', async (_, answer) => {
    const gate = wayThat(answer)
    const admin = wayThat(() => ({ ...CONFIG, body: '{"admin":{}}' }))
    expect(await adminReads(gate, admin).send(QUESTION)).toEqual({ ...CONFIG, body: '{"admin":{}}' })
    expect(admin.asked).toEqual([QUESTION])
  })

  it('does not wait a second time for a Caddy that answers too late', async () => {
    const gate = wayThat(() => failure(new Error('no answer within 5000 ms')))
    const admin = wayThat(() => CONFIG)
    await expect(adminReads(gate, admin).send(QUESTION)).rejects.toMatchObject({ code: 'caddy-unreachable' })
    expect(admin.asked).toEqual([])
  })

  it('asks one question at a time', async () => {
    const order: string[] = []
    const gate = {
      send: async ({ path }: TunnelRequest) => {
        order.push(`${path} asked`)
        await new Promise((resolve) => setImmediate(resolve))
        order.push(`${path} answered`)
        return CONFIG
      },
    }
    const reads = adminReads(gate, gate)
    await Promise.all(['/a', '/b'].map((path) => reads.send({ ...QUESTION, path })))
    expect(order).toEqual(['/a asked', '/a answered', '/b asked', '/b answered'])
  })
})
