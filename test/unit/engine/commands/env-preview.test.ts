import { expect, test } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { previewEnv } from '../../../../engine/commands/env-preview.ts'
import { fakeHost } from '../../../support/fake-host.ts'
import { projectFolder } from '../../../support/project-folder.ts'

const stopped = new ShoalError('engine-stopped', 'Docker is not running.')
const host = fakeHost({ connect: () => Promise.reject(stopped) })

test('without an engine the changes are told all the same, and why there is no plan', async () => {
  const directory = await projectFolder({ '.env': 'A=1\nTOKEN=one\nGONE=1\nSAME=1\n' })
  expect(await previewEnv(host, { directory, text: 'SAME="1"\nB=$A\nA=2\nTOKEN=two\n' })).toEqual({
    changes: [
      { key: 'A', kind: 'changed', before: '1', after: '2', secret: false },
      { key: 'B', kind: 'added', before: '', after: '', secret: false },
      { key: 'GONE', kind: 'removed', before: '1', after: '', secret: false },
      { key: 'TOKEN', kind: 'changed', before: 'one', after: 'two', secret: true },
    ],
    plan: { operations: [] },
    text: 'Docker is not running.',
    replaced: [],
  })
})

test('a text that Compose could not read has no preview', async () => {
  const directory = await projectFolder()
  await expect(previewEnv(host, { directory, text: 'A="hunter2' })).rejects.toMatchObject({
    code: 'env-invalid',
    message: '.env line 1 can not be read: a quoted value is not closed; the file was left as it is.',
  })
})
