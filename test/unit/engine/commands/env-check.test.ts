import { expect, test } from 'vitest'
import { checkEnvText } from '../../../../engine/commands/env-check.ts'
import { fakeHost } from '../../../support/fake-host.ts'
import { projectFolder } from '../../../support/project-folder.ts'

const URL = 'DATABASE_URL=postgres://localhost/shop'

/** Codes and fixes of what is wrong with a text. */
async function look(directory: string, text: string, environment = {}) {
  const { problems } = await checkEnvText(fakeHost({ environment }), { directory, text })
  return problems.map(({ code, fix }) => [code, fix?.text])
}

test('the database is known by its service, even while another line is malformed', async () => {
  const directory = await projectFolder()
  expect(await look(directory, URL)).toEqual([['localhost-database', 'postgres']])
  expect(await look(directory, `${URL}\nA="`)).toEqual([
    ['localhost-database', 'postgres'],
    ['syntax', undefined],
  ])
})

test('a project that can not be read still has its text looked at', async () => {
  const directory = await projectFolder({ 'compose.yaml': ': {' })
  expect(await look(directory, URL)).toEqual([['localhost-database', undefined]])
})

test('variables of the surroundings count as set, as they do to Compose', async () => {
  const directory = await projectFolder()
  expect(await look(directory, 'A=$HERE\nHERE')).toEqual([['unquoted-dollar', "'$HERE'"]])
  expect(await look(directory, 'A=$HERE\nHERE\n', { HERE: '1' })).toEqual([])
})
