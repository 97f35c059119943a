import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadProject } from '../../../../engine/project/load.ts'
import { writeScale } from '../../../../engine/project/write-scale.ts'
import { withProjectFolder } from '../../../support/compose/cases.ts'

const BASE = 'services:\n  a:\n    image: x\n    scale: 2\n'

test('the scale is kept in the compose file', () =>
  withProjectFolder({ 'compose.yaml': BASE }, async (directory) => {
    await writeScale(await loadProject(directory, { environment: {} }), 'a', 5)
    expect(await readFile(join(directory, 'compose.yaml'), 'utf8')).toBe(BASE.replace('2', '5'))
  }))

test('with an override file that sets a scale, that file is edited and the other stays', () =>
  withProjectFolder(
    { 'compose.yaml': BASE, 'compose.override.yaml': 'services: {a: {scale: 3}}\n' },
    async (directory) => {
      await writeScale(await loadProject(directory, { environment: {} }), 'a', 5)
      expect((await loadProject(directory, { environment: {} })).services.a?.replicas).toBe(5)
      expect(await readFile(join(directory, 'compose.yaml'), 'utf8')).toBe(BASE)
    },
  ))
