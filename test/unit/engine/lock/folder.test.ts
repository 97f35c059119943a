import { expect, test } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { writeFault } from '../../../../engine/lock/folder.ts'

const fault = (code: string) => writeFault(Object.assign(new Error(code), { code }), '/p')

test('a full disk is told from a folder that may not be written', () => {
  expect(
    [fault('ENOSPC'), fault('EROFS'), fault('EACCES')].map(({ code, message }) => [code, message]),
  ).toEqual([
    ['disk-full', 'The disk that holds /p is full, so the project could not be locked; nothing was changed.'],
    [
      'file-write',
      'Shoal cannot write to /p/.shoal (the file system is read-only), so the project could not be locked; nothing was changed.',
    ],
    [
      'file-write',
      'Shoal cannot write to /p/.shoal (this user may not write there), so the project could not be locked; nothing was changed.',
    ],
  ])
})

test('a full disk is told as such by whichever file it was met', () => {
  const cause = Object.assign(new Error(), { code: 'ENOSPC' })
  const met = new ShoalError('disk-full', 'holder.json could not be written.', '', { cause })
  expect(writeFault(met, '/p')).toMatchObject({ code: 'disk-full', message: fault('ENOSPC').message })
})
