import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  envPath,
  noteGoodEnv,
  putEnvBack,
  readEnv,
  remember,
  replaceEnv,
} from '../../../../engine/commands/keep-files.ts'
import { readVersions } from '../../../../engine/env/versions.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'keep-'))
  await mkdir(join(directory, '.shoal'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const GOOD = 'PORT=8080\r\n# kept as it is\r\nPASSWORD=s3cret'
const BAD = 'PORT=nonsense\n'
const write = (text: string) => writeFile(envPath(directory), text)
const read = (name: string) => readFile(join(directory, name), 'utf8')

describe('remember', () => {
  it('puts files back byte for byte, and says whether it had to', async () => {
    const paths = ['a', 'b'].map((name) => join(directory, name))
    for (const path of paths) await writeFile(path, `${path}\r\n\ttext`)
    const putBack = await remember(paths)
    expect(await putBack()).toBe(false)
    await writeFile(paths[1] ?? '', 'edited')
    expect([await putBack(), await read('b'), await putBack()]).toEqual([
      true,
      `${paths[1]}\r\n\ttext`,
      false,
    ])
  })
})

describe('readEnv', () => {
  it('gives the text, and undefined where there is no file', async () => {
    expect(await readEnv(directory)).toBeUndefined()
    await write(GOOD)
    expect(await readEnv(directory)).toBe(GOOD)
  })

  it('refuses a file that is not text: putting it back would change it', async () => {
    await writeFile(envPath(directory), Buffer.from([0x41, 0x3d, 0xff, 0xfe]))
    await expect(readEnv(directory)).rejects.toMatchObject({ code: 'env-invalid' })
  })
})

describe('noteGoodEnv', () => {
  it('keeps a copy that only its owner can read', async () => {
    await write(GOOD)
    await noteGoodEnv(directory)
    const { mode } = await stat(join(directory, '.shoal', 'env.good'))
    expect([await read('.shoal/env.good'), mode & 0o777]).toEqual([GOOD, 0o600])
  })

  it('keeps nothing where there is no .env', async () => {
    await noteGoodEnv(directory)
    expect(await readdir(join(directory, '.shoal'))).toEqual([])
  })
})

const kept = async () => (await readVersions(directory)).map(({ text, refused }) => [text, refused])

describe('replaceEnv', () => {
  it('writes the new text, and keeps the one that was there', async () => {
    await write(GOOD)
    await replaceEnv(directory, GOOD, BAD)
    expect([await read('.env'), await kept()]).toEqual([BAD, [[GOOD, false]]])
  })

  it('keeps nothing where there was no file, or nothing changes', async () => {
    await replaceEnv(directory, undefined, GOOD)
    await replaceEnv(directory, GOOD, GOOD)
    expect([await read('.env'), await kept()]).toEqual([GOOD, []])
  })

  it('keeps nothing when the file can not be written', async () => {
    await mkdir(envPath(directory))
    await expect(replaceEnv(directory, GOOD, BAD)).rejects.toMatchObject({ code: 'file-write' })
    expect(await kept()).toEqual([])
  })
})

describe('putEnvBack', () => {
  const TOLD = '.env was put back as it was; the refused one is kept as .env.rejected.'

  it('puts the text of before back and keeps the refused one beside it', async () => {
    await write(BAD)
    expect(await putEnvBack(directory, GOOD)).toBe(TOLD)
    expect([await read('.env'), await read('.env.rejected')]).toEqual([GOOD, BAD])
  })

  it('touches nothing where the file is as it was', async () => {
    await write(GOOD)
    expect(await putEnvBack(directory, GOOD)).toBeUndefined()
    expect((await readdir(directory)).sort()).toEqual(['.env', '.shoal'])
  })

  it('keeps the refused one as a version, in the place of the one that is there again', async () => {
    await write(GOOD)
    await replaceEnv(directory, GOOD, BAD)
    await putEnvBack(directory, GOOD)
    expect(await kept()).toEqual([[BAD, true]])
  })

  it('has nothing to put back where there was and is no file', async () => {
    expect(await putEnvBack(directory, undefined)).toBeUndefined()
    expect(await readdir(directory)).toEqual(['.shoal'])
  })
})
