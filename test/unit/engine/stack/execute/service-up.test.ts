import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ShoalError } from '../../../../../contract/errors.ts'
import type { Container, Docker } from '../../../../../engine/docker/gateway.ts'
import { waitHealthy } from '../../../../../engine/stack/execute/service-up.ts'
import { fakeContext, fakeRun, logsOf } from '../../../../support/fake-context.ts'
import { execSession } from '../../../../support/fake-docker.ts'
import { fakeContainer, fakeProject } from '../../../../support/fake-stack.ts'

const project = fakeProject()
const NAME = 'shop-postgres-1'

function docker(looks: Partial<Container>[], more: Partial<Docker> = {}): Partial<Docker> {
  return {
    inspectContainer: async () =>
      fakeContainer(project, 'postgres', 1, {
        health: 'starting',
        healthTest: ['CMD', 'pg_isready'],
        ...(looks.length > 1 ? looks.shift() : looks[0]),
      }),
    logs: logsOf('FATAL: no space left'),
    ...more,
  }
}

/** Docker's exec, whose processes end with these codes. */
function exits(...codes: (number | Error)[]): { exec: Docker['exec']; commands: string[][] } {
  const commands: string[][] = []
  return {
    commands,
    exec: async (_id, command) => {
      commands.push([...command])
      const code = codes.shift() ?? 0
      if (code instanceof Error) throw code
      return execSession(new PassThrough(), Promise.resolve(code))
    },
  }
}

describe('waitHealthy', () => {
  it("takes Docker's word", async () => {
    await waitHealthy(fakeContext(docker([{ health: 'healthy' }])), NAME, 'healthy', fakeRun())
  })

  it.each([
    [
      ['CMD', 'pg_isready', '-q'],
      ['pg_isready', '-q'],
    ],
    [
      ['CMD-SHELL', 'pg_isready || exit 1'],
      ['/bin/sh', '-c', 'pg_isready || exit 1'],
    ],
  ])('runs the check %j itself, until it passes', async (healthTest, command) => {
    const { exec, commands } = exits(1, new ShoalError('container-failed', 'not yet'), 0)
    const context = fakeContext(docker([{ healthTest }], { exec }))
    await waitHealthy(context, NAME, 'healthy', fakeRun())
    expect(commands).toEqual([command, command, command])
  })

  it('takes a service without a check for healthy when it runs', async () => {
    const looks: Partial<Container>[] = [{ state: 'created' }, { healthTest: [] }]
    await waitHealthy(fakeContext(docker(looks)), NAME, 'healthy', fakeRun())
  })

  it('stops when Docker is gone', async () => {
    const lost = new ShoalError('engine-lost', 'gone')
    const context = fakeContext(docker([{}], exits(lost)))
    await expect(waitHealthy(context, NAME, 'healthy', fakeRun())).rejects.toBe(lost)
  })

  it.each(['healthy', 'completed'] as const)('fails when it exits before it is %s', async (condition) => {
    const context = fakeContext(docker([{ state: 'exited', exitCode: 1 }]))
    await expect(waitHealthy(context, NAME, condition, fakeRun())).rejects.toMatchObject({
      code: 'container-failed',
      message: `${NAME} exited with code 1; what ran before was left as it is.`,
      details: ['FATAL: no space left'],
    })
  })

  it('waits for the end of a service that shall complete', async () => {
    const looks: Partial<Container>[] = [{ health: 'healthy' }, { state: 'exited', exitCode: 0 }]
    await waitHealthy(fakeContext(docker(looks)), NAME, 'completed', fakeRun())
    expect(looks).toHaveLength(1)
  })

  it.each(['healthy', 'completed'] as const)(
    'gives up at the deadline when it is not %s',
    async (condition) => {
      const context = fakeContext(docker([{}], exits(1)))
      const impatient = { ...context, settings: { ...context.settings, serviceDeadline: 10 } }
      await expect(waitHealthy(impatient, NAME, condition, fakeRun())).rejects.toMatchObject({
        code: 'container-failed',
        message: `${NAME} was not ${condition} within 0 s; what ran before was left as it is.`,
      })
    },
  )
})
