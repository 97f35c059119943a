import { createHash } from 'node:crypto'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { codeFile, load } from '../../../bin/load.cjs'
import { temporaryFolder } from '../../support/fake-engine.ts'

let file: string

beforeEach(async () => {
  file = join(await temporaryFolder(), 'program.cjs')
})

/** As the build writes a program that leaves a word behind. */
async function writeProgram(word: string): Promise<void> {
  const text = `globalThis.said = ${JSON.stringify(word)} + typeof require + __dirname.length`
  await writeFile(file, `// sha256 ${createHash('sha256').update(text).digest('hex')}\n${text}`)
}

async function keepCode(): Promise<void> {
  const { code, run } = load(file)
  run()
  await writeFile(codeFile(file), code())
}

function said(): { kept: boolean; said: unknown } {
  const { kept, run } = load(file)
  run()
  return { kept, said: Reflect.get(globalThis, 'said') }
}

describe('load', () => {
  it('runs a program as Node does, with and without kept code', async () => {
    await writeProgram('hi')
    const words = `hifunction${join(file, '..').length}`
    expect(said()).toEqual({ kept: false, said: words })
    await keepCode()
    expect(said()).toEqual({ kept: true, said: words })
  })

  it('does not take the code of another text of the same length, which V8 would', async () => {
    await writeProgram('old')
    await keepCode()
    await writeProgram('new')
    expect(said()).toMatchObject({ kept: false, said: expect.stringMatching(/^new/) })
  })

  it('does without code that was not written to its end', async () => {
    await writeProgram('hi')
    await keepCode()
    await truncate(codeFile(file), 200)
    expect(said()).toMatchObject({ kept: false, said: expect.stringMatching(/^hi/) })
  })
})
