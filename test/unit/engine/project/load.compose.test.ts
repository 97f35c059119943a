import { describe, expect, test } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { loadProject } from '../../../../engine/project/load.ts'
import { asProject, type ComposeAnswer } from '../../../support/compose/as-project.ts'
import { composeCases, withProjectFolder } from '../../../support/compose/cases.ts'

interface ProjectCase {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly environment: Readonly<Record<string, string>>
  readonly answer: ComposeAnswer
}

/** Nothing to run: Compose accepts it, Shoal says so. */
const REFUSED_HERE = ['no services']

describe('a project folder is read as Docker Compose 2.40 reads it:', () => {
  for (const one of composeCases<ProjectCase>('projects.json')) {
    test(one.name, () =>
      withProjectFolder(one.files, async (directory) => {
        const loading = loadProject(directory, { environment: { HOME: '/home/user', ...one.environment } })
        if (one.answer.error || REFUSED_HERE.includes(one.name))
          return expect(loading).rejects.toBeInstanceOf(ShoalError)
        const { name, services, networks, volumes } = await loading
        const text = JSON.stringify({ name, services, networks, volumes })
        const root = directory.slice(0, -'/project'.length)
        expect(JSON.parse(text.replaceAll(root, ''))).toEqual(asProject(one.answer))
      }),
    )
  }
})
