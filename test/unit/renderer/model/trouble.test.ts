import { expect, test } from 'vitest'
import type { ErrorData } from '../../../../contract/errors.ts'
import { troubleOf } from '../../../../renderer/model/trouble.ts'

const stopped: ErrorData = { code: 'engine-stopped', message: 'It does not answer.', hint: 'Start it.' }
const invalid: ErrorData = { code: 'env-invalid', message: '.env line 3 is wrong.', hint: 'Repair it.' }
const fine = {
  link: 'open',
  docker: { state: 'found' },
  stackError: null,
  project: { directory: '/shop' },
  recent: [{ directory: '/shop', present: true }],
} as const

test('nothing is the matter while all is known', () => {
  expect(troubleOf(fine)).toBeNull()
})

test('the weightiest trouble is told: the engine, the folder, Docker, the files', () => {
  const files = { ...fine, stackError: invalid }
  const docker = { ...files, docker: { state: 'missing', error: stopped } } as const
  const gone = { ...docker, recent: [{ directory: '/shop', present: false }] }
  const lost = { ...gone, link: 'lost' } as const
  expect([files, docker, gone, lost].map(troubleOf)).toEqual([
    { kind: 'project', error: invalid },
    { kind: 'docker', error: stopped },
    {
      kind: 'project',
      error: {
        code: 'project-not-found',
        message: 'There is no compose file in /shop any more; what runs goes on running.',
        hint: 'Put the folder back, or choose another project.',
      },
    },
    { kind: 'engine' },
  ])
})

test('the folder of another project may be gone', () => {
  expect(troubleOf({ ...fine, recent: [{ directory: '/other', present: false }] })).toBeNull()
})

test('a window that whoever serves it does not know is told apart from one that nobody serves', () => {
  expect(troubleOf({ ...fine, link: 'refused' })).toEqual({ kind: 'stranger' })
})
