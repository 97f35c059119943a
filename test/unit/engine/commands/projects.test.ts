import { mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Host } from '../../../../engine/commands/host.ts'
import { forgetProject, listRecent, openProject, openSample } from '../../../../engine/commands/projects.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'
import { fakeHost } from '../../../support/fake-host.ts'

let folder: string
let host: Host
beforeEach(async () => {
  folder = await realpath(await temporaryFolder())
  host = fakeHost({ dataFolder: join(folder, 'data'), bundledProject: 'stack' })
})

async function project(name: string): Promise<string> {
  const directory = join(folder, name)
  await mkdir(directory)
  const services = { caddy: { image: 'caddy:2.11' }, app: { image: 'shop' } }
  await writeFile(join(directory, 'compose.yaml'), JSON.stringify({ name: `the-${name}`, services }))
  return directory
}

describe('recent projects', () => {
  it('are those that were opened, by their real path, until they are forgotten', async () => {
    const [one, other] = [await project('one'), await project('other')]
    await symlink(one, join(folder, 'link'))
    const opened = await openProject(host, { directory: join(folder, 'link') })
    expect(opened).toEqual({
      directory: one,
      name: 'the-one',
      openedAt: expect.any(Number),
      present: true,
      sample: false,
    })
    await openProject(host, { directory: other })
    await rm(one, { recursive: true })
    const { projects } = await listRecent(host)
    expect(projects.map(({ name, present }) => [name, present])).toEqual([
      ['the-other', true],
      ['the-one', false],
    ])
    await forgetProject(host, { directory: one })
    expect((await listRecent(host)).projects.map(({ name }) => name)).toEqual(['the-other'])
  })

  it('do not take what is no project', async () => {
    const directory = join(folder, 'empty')
    await mkdir(directory)
    await expect(openProject(host, { directory })).rejects.toMatchObject({ code: 'project-not-found' })
    await writeFile(join(directory, 'compose.yaml'), 'services: 7')
    await expect(openProject(host, { directory })).rejects.toMatchObject({ code: 'project-invalid' })
    expect(await listRecent(host)).toEqual({ projects: [] })
  })

  it('know the sample, which is copied once', async () => {
    const sample = await openSample(host)
    const directory = join(folder, 'data', 'sample')
    expect(sample).toEqual({
      directory,
      name: 'sample',
      openedAt: expect.any(Number),
      present: true,
      sample: true,
    })
    await writeFile(join(directory, 'mine'), '')
    expect(await openSample(host)).toMatchObject({ directory, sample: true })
    expect((await listRecent(host)).projects).toMatchObject([{ directory, sample: true }])
  })

  it('are not kept where there is no folder for them', async () => {
    const directory = await project('one')
    const nowhere = fakeHost({ bundledProject: 'stack' })
    expect(await openProject(nowhere, { directory })).toMatchObject({ directory, sample: false })
    expect(await listRecent(nowhere)).toEqual({ projects: [] })
    await expect(openSample(nowhere)).rejects.toMatchObject({ code: 'file-write' })
  })
})
