import { expect, test } from 'vitest'
import { tellProjects } from '../../../../electron/engine/tell-projects.ts'
import { scriptedEngine } from '../../../support/scripted-engine.ts'

const project = { directory: '/srv/shop', name: 'shop', openedAt: 1, present: true, sample: false }

test('Only a project that was opened is told', async () => {
  const told: string[] = []
  const refused = new Error('no project')
  const engine = scriptedEngine({
    'projects.open': ({ directory }) => (directory === '/srv/shop' ? project : Promise.reject(refused)),
    'projects.sample': () => ({ ...project, directory: '/data/sample', sample: true }),
    'projects.recent': () => ({ projects: [project] }),
  })
  const telling = tellProjects(engine, (directory) => told.push(directory))
  await telling.call('projects.recent', {})
  await expect(telling.call('projects.open', { directory: '/srv/none' })).rejects.toBe(refused)
  expect(told).toEqual([])
  expect(await telling.call('projects.open', { directory: '/srv/shop' })).toEqual(project)
  await telling.call('projects.sample', {})
  expect(told).toEqual(['/srv/shop', '/data/sample'])
})
