import { describe, expect, it } from 'vitest'
import type { Image } from '../../../../../engine/docker/gateway.ts'
import type { Project } from '../../../../../engine/project/model.ts'
import { serviceSpec } from '../../../../../engine/stack/want/spec.ts'
import { CONTEXT_LABEL, want } from '../../../../../engine/stack/want/wanted.ts'
import { fakeDocker } from '../../../../support/fake-docker.ts'
import { fakeProject } from '../../../../support/fake-stack.ts'

const base = fakeProject()
const { app } = base.services
if (!app) throw new Error('a fake project has an app')
const project: Project = {
  ...base,
  services: {
    ...base.services,
    app: { ...app, build: { context: '/shop/app', dockerfile: 'Dockerfile', args: {} } },
  },
}

function image(reference: string, labels: Record<string, string> = {}): Image {
  return { id: `sha256:${reference}`, tags: [reference], labels, env: {}, command: [], entrypoint: [] }
}

const dockerWith = (...images: Image[]) =>
  fakeDocker({
    inspectImage: async (reference) => images.find(({ tags }) => tags.includes(reference)),
  })
const builds = async (labels: Record<string, string>, now: string | undefined) =>
  (
    await want(
      project,
      dockerWith(image('shop-app', labels)),
      '',
      now === undefined ? undefined : async () => now,
    )
  ).builds

describe('want', () => {
  it('gathers specifications, images, builds and slots', async () => {
    const caddy = image('caddy:2.11')
    expect(await want(project, dockerWith(caddy), 'to app-1:3000 app-2:3000', undefined)).toEqual({
      project,
      app: project.services.app,
      caddy: project.services.caddy,
      specs: Object.fromEntries(
        Object.values(project.services).map((service) => [service.name, serviceSpec(project, service)]),
      ),
      images: { caddy, app: undefined, postgres: undefined },
      builds: { app: 'image missing' },
      slots: 2,
    })
  })

  it('builds anew when the source of an image of ours changed', async () => {
    expect(await builds({ [CONTEXT_LABEL]: 'old' }, 'new')).toEqual({ app: 'source changed' })
  })

  it.each([
    ['the source is the same', { [CONTEXT_LABEL]: 'same' }, 'same'],
    ['nobody asked for the sources', { [CONTEXT_LABEL]: 'old' }, undefined],
    ['Compose built it', {}, 'new'],
  ])('takes an image as it is when %s', async (_why, labels, now) => {
    expect(await builds(labels, now)).toEqual({})
  })

  it.each([
    ['app', 'caddy'],
    ['caddy', 'app'],
  ])('refuses a project without %s', async (missing, present) => {
    const some = { ...project, services: Object.fromEntries([[present, project.services[present]]]) }
    await expect(want(some as Project, dockerWith(), '', undefined)).rejects.toMatchObject({
      code: 'project-invalid',
      message: `/shop/compose.yaml has no service "${missing}"; nothing was changed.`,
    })
  })
})
