import { beforeEach, describe, expect, it } from 'vitest'
import type { Container } from '../../../../../engine/docker/gateway.ts'
import { waitReady } from '../../../../../engine/stack/execute/ready.ts'
import { FakeCaddy } from '../../../../support/fake-caddy.ts'
import { fakeContext, fakeRun, logsOf } from '../../../../support/fake-context.ts'
import { fakeContainer, fakeProject } from '../../../../support/fake-stack.ts'

const project = fakeProject()
const ONE = 'shop-app-1:3000'
const SILENT = { healthy: false, answers: false, reason: 'refuses connections' }
const WELL = { healthy: true, answers: true, reason: '' }
let caddy: FakeCaddy
beforeEach(() => {
  caddy = new FakeCaddy()
})

/** A Docker whose container goes through these states, one a look, and stays in the last one. */
function context(...looks: Partial<Container>[]) {
  const docker = {
    inspectContainer: async () =>
      fakeContainer(project, 'app', 1, looks.length > 1 ? looks.shift() : looks[0]),
    logs: logsOf('Error: no DATABASE_URL', 'at main.js:1'),
  }
  return fakeContext(docker, [caddy])
}

describe('waitReady', () => {
  it('waits until the gate says that the instance is healthy, and says why it is not', async () => {
    caddy.verdicts.set(ONE, SILENT)
    const run = fakeRun()
    setTimeout(() => caddy.verdicts.set(ONE, WELL), 20)
    await waitReady(context({}), 1, run)
    expect(run.reports[0]).toBe('refuses connections')
  })

  it('asks of an instance that is out of the rotation as well', async () => {
    caddy.files.add('managed')
    await waitReady(context({}), 1, fakeRun())
  })

  it.each<[string, Partial<Container>[], string]>([
    ['exits', [{}, { state: 'exited', exitCode: 3 }], 'exited with code 3'],
    [
      'crashes again and again',
      [{ restarts: 5 }, { restarts: 7, exitCode: 1 }],
      'crashed 2 times with code 1',
    ],
    ['needs too much memory', [{}, { oomKilled: true }], 'was killed for using too much memory'],
  ])('fails with the last lines when the instance %s', async (_how, looks, what) => {
    caddy.verdicts.set(ONE, SILENT)
    await expect(waitReady(context(...looks), 1, fakeRun())).rejects.toMatchObject({
      code: 'never-healthy',
      message: `shop-app-1 ${what}.`,
      details: ['Error: no DATABASE_URL', 'at main.js:1'],
    })
  })

  it('forgives a restart, and those of before', async () => {
    caddy.verdicts.set(ONE, SILENT)
    setTimeout(() => caddy.verdicts.set(ONE, WELL), 700)
    await waitReady(context({ restarts: 5 }, { restarts: 6 }), 1, fakeRun())
  })

  it('fails at the deadline with what the instance answered last', async () => {
    caddy.verdicts.set(ONE, { healthy: false, answers: true, reason: 'answers 503: no database' })
    const patient = context({})
    const impatient = { ...patient, settings: { ...patient.settings, readyDeadline: 10 } }
    await expect(waitReady(impatient, 1, fakeRun())).rejects.toMatchObject({
      code: 'never-healthy',
      message: 'shop-app-1 was not healthy within 0 s: it answers 503: no database.',
    })
  })

  it('fails where the Caddyfile has no slot', async () => {
    await expect(waitReady(context({}), 11, fakeRun())).rejects.toMatchObject({
      message: 'shop-app-11 has no slot in the Caddyfile.',
    })
  })

  it('fails when the container vanished', async () => {
    const gone = fakeContext({ inspectContainer: async () => undefined }, [caddy])
    await expect(waitReady(gone, 1, fakeRun())).rejects.toMatchObject({ code: 'container-failed' })
  })
})
