import { describe, expect, test } from 'vitest'
import { ShoalError } from '../../../../../contract/errors.ts'
import { parseDotenv } from '../../../../../engine/project/dotenv/parse.ts'
import { composeCases } from '../../../../support/compose/cases.ts'

interface DotenvCase {
  readonly name: string
  readonly text: string
  readonly environment: Readonly<Record<string, string>>
  readonly answer: { readonly error?: true; readonly variables?: Readonly<Record<string, string>> }
}

/** What the recording could ask for: Compose was asked for every word of the text. */
const ASKED = /^[\p{L}\p{N}_.\-[\]]+$/u

/** The variables that a project sees, the process environment over the file, among those that Compose was asked for. */
function seen({ text, environment }: DotenvCase): object {
  const outside = new Map(Object.entries({ HOME: '/home/user', ...environment }))
  const variables = parseDotenv(text, { lookup: (name) => outside.get(name) })
  const words = text.match(/[\p{L}\p{N}_.\-[\]]+/gu) ?? []
  const names = [...new Set([...words, ...variables.keys()])].filter((name) => ASKED.test(name))
  const pairs = names.map((name) => [name, outside.get(name) ?? variables.get(name)] as const)
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

describe('a .env file is read as Docker Compose 2.40 reads it:', () => {
  for (const one of composeCases<DotenvCase>('dotenv.json')) {
    test(one.name, () => {
      if (one.answer.error) expect(() => seen(one)).toThrow(ShoalError)
      else expect(seen(one)).toEqual(one.answer.variables)
    })
  }
})
