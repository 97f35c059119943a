import { beforeEach, describe, expect, it } from 'vitest'
import { converge } from '../../../../engine/commands/converge.ts'
import type { Connection } from '../../../../engine/commands/host.ts'
import type { View } from '../../../../engine/commands/view.ts'
import { FakeCaddy } from '../../../support/fake-caddy.ts'
import {
  fakeInstance,
  fakeNothing,
  fakeObservation,
  fakeProject,
  fakeWanted,
} from '../../../support/fake-stack.ts'

const project = fakeProject({ replicas: 2 })
let caddy: FakeCaddy
beforeEach(() => {
  caddy = new FakeCaddy()
})

const instances = [fakeInstance(project, 1), fakeInstance(project, 2)]
const running: View = {
  project,
  wanted: fakeWanted(project),
  seen: fakeObservation(project, instances),
  caddyfile: ':80',
}

async function plan(view: View, scale?: number): Promise<string[]> {
  const connection = { links: { of: () => caddy.link } } as unknown as Connection
  return (await converge(view, connection, 'up', scale)).map(({ id }) => id)
}

describe('converge', () => {
  it('has nothing to do where Caddy runs what the file says', async () => {
    expect(await plan(running)).toEqual([])
  })

  it('reloads Caddy where the file says something else by now', async () => {
    caddy.adapted = { ...(caddy.adapted as object), lb_policy: 'round_robin' }
    expect(await plan(running)).toEqual(['reload shop-caddy-1'])
  })

  it("takes the file's scale unless it is told another one", async () => {
    const lone = { ...running, seen: fakeObservation(project, instances.slice(0, 1)) }
    expect([(await plan(lone))[0], await plan(lone, 1)]).toEqual(['create shop-app-2', []])
  })

  it('does not ask a Caddy that does not run', async () => {
    caddy.silent = true
    expect((await plan({ ...running, seen: fakeNothing() })).length).toBeGreaterThan(0)
  })

  it('refuses a Caddyfile that serves no app, whether Caddy runs or not', async () => {
    caddy.adapted = { apps: {} }
    const expected = { code: 'caddyfile-invalid', message: expect.stringContaining('no request to the app') }
    await expect(plan(running)).rejects.toMatchObject(expected)
    const first = { ...running, seen: fakeNothing(), wanted: fakeWanted(project, { slots: 0 }) }
    await expect(plan(first)).rejects.toMatchObject(expected)
  })

  it('names the line of a Caddyfile that is no text', async () => {
    await expect(plan({ ...running, caddyfile: ':80 {\n\uFFFD' })).rejects.toMatchObject({
      code: 'caddyfile-invalid',
      message: 'Caddyfile line 2 is not UTF-8 text; nothing was changed.',
    })
  })
})
