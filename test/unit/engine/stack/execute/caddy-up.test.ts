import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Container } from '../../../../../engine/docker/gateway.ts'
import { waitAnswer } from '../../../../../engine/stack/execute/caddy-up.ts'
import { FakeCaddy } from '../../../../support/fake-caddy.ts'
import { fakeContext, fakeRun, logsOf } from '../../../../support/fake-context.ts'
import { fakeContainer, fakeProject } from '../../../../support/fake-stack.ts'

/** As Caddy 2.11 ends with a Caddyfile that it cannot use. */
const REFUSED = [
  '{"level":"info","ts":1795410411.7,"msg":"using config from file","file":"/etc/caddy/Caddyfile"}',
  'Error: adapting config using caddyfile: /etc/caddy/Caddyfile:3: unrecognized directive: frobnicate',
]
const NAME = 'shop-caddy-1'

function context(caddy: FakeCaddy, change: Partial<Container> = {}, lines: readonly string[] = []) {
  const docker = {
    inspectContainer: async () => fakeContainer(fakeProject(), 'caddy', 1, change),
    logs: logsOf(...lines),
  }
  return fakeContext(docker, [caddy])
}

describe('waitAnswer', () => {
  it('waits for the admin API and for the public port', async () => {
    const caddy = new FakeCaddy()
    caddy.silent = true
    setTimeout(() => {
      caddy.silent = false
    }, 20)
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    server.close()
    let accepted = false
    setTimeout(() => {
      server.on('connection', (socket) => {
        accepted = true
        socket.destroy()
      })
      server.listen(port, '127.0.0.1')
    }, 60)
    await waitAnswer(context(caddy), NAME, port, fakeRun())
    server.close()
    expect(accepted).toBe(true)
  })

  it('asks no port where none is published', async () => {
    await waitAnswer(context(new FakeCaddy()), NAME, null, fakeRun())
  })

  it.each<[string, Partial<Container>]>([
    ['exits', { state: 'exited' }],
    ['is started again and again', { restarts: 1 }],
  ])("fails with Caddy's own words when it %s over the Caddyfile", async (_how, change) => {
    await expect(
      waitAnswer(context(new FakeCaddy(), change, REFUSED), NAME, 80, fakeRun()),
    ).rejects.toMatchObject({
      code: 'caddyfile-invalid',
      message:
        'Caddy refuses the Caddyfile: Caddyfile:3: unrecognized directive: frobnicate. Nothing else was changed.',
      details: REFUSED,
    })
  })

  it('does not blame the Caddyfile for anything else', async () => {
    const failing = context(new FakeCaddy(), { state: 'dead' }, ['panic: out of memory'])
    await expect(waitAnswer(failing, NAME, 80, fakeRun())).rejects.toMatchObject({
      code: 'container-failed',
      message: 'shop-caddy-1 does not stay up; what ran before was left as it is.',
      details: ['panic: out of memory'],
    })
  })
})
