import { expect, test } from 'vitest'
import { loadProject } from '../../../../../engine/project/load.ts'
import { withProjectFolder } from '../../../../support/compose/cases.ts'

const settingsOf = (more: string, override = 'services: {}\n') =>
  withProjectFolder(
    { 'compose.yaml': `services: {app: {image: x}}\n${more}`, 'compose.override.yaml': override },
    async (directory) => (await loadProject(directory, { environment: { WAIT: '2m' } })).settings,
  )

test('x-shoal is read in milliseconds, after interpolation', async () => {
  expect(await settingsOf('x-shoal:\n  drain: 1m30s\n  ready: $WAIT\n')).toEqual({
    drainDeadline: 90_000,
    readyDeadline: 120_000,
  })
})

test('what x-shoal leaves out is left to the defaults', async () => {
  expect(await settingsOf('')).toEqual({})
  expect(await settingsOf('x-shoal: {drain: 0s}\n')).toEqual({ drainDeadline: 0 })
})

test('an override file changes one setting and keeps the other', async () => {
  const override = 'services: {}\nx-shoal: {ready: 5s}\n'
  expect(await settingsOf('x-shoal: {drain: 1s, ready: 1s}\n', override)).toEqual({
    drainDeadline: 1_000,
    readyDeadline: 5_000,
  })
})

test('a setting that is no duration, or not known, is named with file, line and key', async () => {
  await expect(settingsOf('x-shoal:\n  drain: soon\n  patience: 1s\n')).rejects.toMatchObject({
    code: 'project-invalid',
    message: 'compose.yaml line 4: x-shoal.patience is not something Shoal can run; nothing was changed.',
    details: ['compose.yaml line 3: x-shoal.drain must be a duration such as 10s or 1m30s'],
  })
  await expect(settingsOf('x-shoal: 5s\n')).rejects.toMatchObject({
    message: 'compose.yaml line 2: x-shoal must be a mapping, not text; nothing was changed.',
  })
})
