import { createHash } from 'node:crypto'
import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { folderOf, open } from '../../../bin/load.cjs'
import { temporaryFolder } from '../../support/fake-engine.ts'

let folder: string

beforeEach(async () => {
  folder = await temporaryFolder()
})

async function writePart(name: string, text: string): Promise<void> {
  const line = `// sha256 ${createHash('sha256').update(text).digest('hex')}\n`
  await writeFile(join(folder, name), `${line}${text}`)
}

/** As the build writes a program in two parts that leaves a word behind, and whether the same part comes twice. */
async function writeProgram(word: string): Promise<void> {
  await writePart('word.cjs', `exports.word = ${JSON.stringify(word)}`)
  const twice = "(require('./word.cjs') === require('./word.cjs'))"
  const rest = "require('node:path').sep + __dirname.length"
  await writePart('main.cjs', `globalThis.said = require('./word.cjs').word + ${twice} + ${rest}`)
}

async function keepCode(): Promise<void> {
  const parts = open(folder)
  parts.run()
  for (const { file, code } of parts.loaded()) await writeFile(file, code())
}

function run(): { kept: Record<string, boolean>; said: unknown } {
  const parts = open(folder)
  parts.run()
  const kept = Object.fromEntries(parts.loaded().map(({ part, kept }) => [part, kept]))
  return { kept, said: Reflect.get(globalThis, 'said') }
}

describe('open', () => {
  it('runs a program as Node does, with and without kept code', async () => {
    await writeProgram('hi')
    const said = `hitrue/${folder.length}`
    expect(run()).toEqual({ kept: { 'main.cjs': false, 'word.cjs': false }, said })
    await keepCode()
    expect(run()).toEqual({ kept: { 'main.cjs': true, 'word.cjs': true }, said })
  })

  it('does not take the code of another text of the same length, which V8 would', async () => {
    await writeProgram('old')
    await keepCode()
    await writeProgram('new')
    expect(run()).toMatchObject({
      kept: { 'main.cjs': true, 'word.cjs': false },
      said: expect.stringMatching(/^new/),
    })
  })

  it('does without code that was not written to its end, or is gone', async () => {
    await writeProgram('hi')
    await keepCode()
    await truncate(join(folder, 'word.cjs.code'), 200)
    await rm(join(folder, 'main.cjs.code'))
    expect(run()).toMatchObject({
      kept: { 'main.cjs': false, 'word.cjs': false },
      said: expect.stringMatching(/^hi/),
    })
  })
})

describe('folderOf', () => {
  it('is the build that a program names', async () => {
    const program = join(folder, 'shoal.cjs')
    await writeFile(program, "// 0123456789abcdef\nrequire('./parts/0123456789abcdef/main.cjs')\n")
    expect(folderOf(program)).toBe(join(folder, 'parts', '0123456789abcdef'))
  })

  it('is nowhere when there is no program, or one that names none', async () => {
    const program = join(folder, 'shoal.cjs')
    expect(folderOf(program)).toBeUndefined()
    await writeFile(program, '')
    expect(folderOf(program)).toBeUndefined()
  })
})
