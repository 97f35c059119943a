import { describe, expect, it } from 'vitest'
import type { Activity } from '../../../../contract/models.ts'
import { ProjectSlot } from '../../../../engine/commands/host.ts'
import { noteOldPort, requirePort } from '../../../../engine/commands/public-port.ts'
import type { View } from '../../../../engine/commands/view.ts'
import { fakeHost as hostWith } from '../../../support/fake-host.ts'
import { fakeNothing, fakeObservation, fakeProject, fakeWanted } from '../../../support/fake-stack.ts'

function fakeHost(environment: Record<string, string> = {}) {
  const slot = new ProjectSlot()
  const notes: string[] = []
  slot.activity.emit = (item: Activity) => {
    if (item.kind === 'note') notes.push(item.message)
  }
  return { host: hostWith({ slot: () => slot, environment }), notes }
}

/** A stack that serves on one port, whose files ask for another. */
function moved(from: number | undefined, to: number, env: Record<string, string> = {}): View {
  const project = { ...fakeProject({ port: to }), env }
  const seen = from === undefined ? fakeNothing() : fakeObservation(fakeProject({ port: from }), [])
  return { project, wanted: fakeWanted(project), seen, caddyfile: '' }
}

describe('requirePort', () => {
  it('takes a port that PORT brings about', () => {
    expect(() => requirePort(fakeHost().host, moved(8080, 9090), 9090)).not.toThrow()
  })

  it.each([
    [{}, 'The compose file does not take its public port from PORT; nothing was changed.'],
    [
      { PORT: '80' },
      'PORT is set in the environment of Shoal itself, which counts more than .env; nothing was changed.',
    ],
  ])('says why not with %j in the environment', (environment, message) => {
    expect(() => requirePort(fakeHost(environment).host, moved(8080, 8080), 9090)).toThrow(
      expect.objectContaining({ code: 'project-invalid', message }),
    )
  })
})

describe('noteOldPort', () => {
  const env = {
    BASE_URL: 'http://localhost:8080',
    BETTER_AUTH_URL: 'http://127.0.0.1:8080/auth?token=s3cret',
    OTHER: 'http://localhost:80801',
    ELSEWHERE: 'https://example.com:8080',
  }

  it('names the variables that still mean the old port, without their values', () => {
    const { host, notes } = fakeHost()
    noteOldPort(host, moved(8080, 9090, env))
    expect(notes).toEqual(['BASE_URL, BETTER_AUTH_URL in .env still name port 8080.'])
  })

  it.each([
    ['the port stayed', moved(8080, 8080, env)],
    ['nothing ran before', moved(undefined, 9090, env)],
    ['no variable names it', moved(8080, 9090, { OTHER: env.OTHER })],
  ])('says nothing where %s', (_why, view) => {
    const { host, notes } = fakeHost()
    noteOldPort(host, view)
    expect(notes).toEqual([])
  })
})
