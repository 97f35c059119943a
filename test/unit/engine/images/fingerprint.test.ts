import { chmod, mkdtemp, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintContext } from '../../../../engine/images/fingerprint.ts'

let context: string

beforeEach(async () => {
  context = await mkdtemp(join(tmpdir(), 'shoal-context-'))
  await writeFile(join(context, 'Dockerfile'), 'FROM a')
  await writeFile(join(context, 'file'), 'one')
  await writeFile(join(context, '.dockerignore'), 'ignored')
})

afterEach(() => rm(context, { recursive: true, force: true }))

const fingerprint = (args: Record<string, string> = {}, target?: string) =>
  fingerprintContext(context, 'Dockerfile', args, target)

test('stays the same for the same content, and tells nothing of the arguments', async () => {
  const before = await fingerprint({ a: '1', b: 'secret' })
  await utimes(join(context, 'file'), new Date(5_000), new Date(5_000))
  await writeFile(join(context, 'ignored'), 'noise')
  expect(await fingerprint({ b: 'secret', a: '1' })).toBe(before)
  expect(before).toMatch(/^[0-9a-f]{64}$/)
})

test('changes with a content, a mode, a link, a name, an argument and the target', async () => {
  const seen = [await fingerprint(), await fingerprint({ a: '1' }), await fingerprint({}, 'stage')]
  await writeFile(join(context, 'file'), 'two')
  seen.push(await fingerprint())
  await chmod(join(context, 'file'), 0o755)
  seen.push(await fingerprint())
  await symlink('file', join(context, 'link'))
  seen.push(await fingerprint())
  await unlink(join(context, 'link'))
  await symlink('elsewhere', join(context, 'link'))
  seen.push(await fingerprint())
  expect(new Set(seen).size).toBe(seen.length)
})

test('an edit of the same length right after a fingerprint is seen', async () => {
  const before = await fingerprint()
  await writeFile(join(context, 'file'), 'uno')
  expect(await fingerprint()).not.toBe(before)
})

test('a missing Dockerfile is named', async () => {
  await unlink(join(context, 'Dockerfile'))
  await expect(fingerprint()).rejects.toMatchObject({
    code: 'image-build',
    message: `No image was built: there is no Dockerfile in ${context}. Older images were kept.`,
  })
})
