import { afterEach, expect, test } from 'vitest'
import { Passage } from '../../../../../engine/logs/ring/passage.ts'
import { Ring } from '../../../../../engine/logs/ring/ring.ts'
import { compileSearch } from '../../../../../engine/logs/search/expression.ts'
import { Searcher } from '../../../../../engine/logs/search/searcher.ts'

let searcher = new Searcher()
afterEach(() => searcher.close())

function passagesOf(texts: readonly string[]): Passage[] {
  const ring = new Ring({ lines: 1_000, bytes: 1e6 })
  const strand = ring.strandOf({ id: 'a', name: 'demo-app-1', service: 'app', index: 1 })
  return texts.map((text, at) => {
    ring.add(strand, { time: at, stamp: '', stream: 'stdout', text }, 0)
    return new Passage(strand, at, [], at)
  })
}

const search = (pattern: string, more = {}) =>
  compileSearch({ pattern, regex: true, matchCase: false, ...more })

test('finds expressions and plain text, colours left out', async () => {
  searcher = new Searcher()
  const passages = passagesOf(['GET /api 200', '\u001b[31mfa\u001b[0miled', 'a.b', 'fisch 🐟'])
  const find = async (expression: RegExp) => [...(await searcher.find(expression, passages))]
  expect(await find(search('get /\\w+ 2\\d\\d$'))).toEqual([1, 0, 0, 0])
  expect(await find(search('get', { matchCase: true }))).toEqual([0, 0, 0, 0])
  expect(await find(search('failed'))).toEqual([0, 1, 0, 0])
  expect(await find(search('a.b', { regex: false }))).toEqual([0, 0, 1, 0])
  expect(await find(search('🐟'))).toEqual([0, 0, 0, 1])
})

test('an expression that would never end is given up, blocks nobody meanwhile, and the next one is found', async () => {
  searcher = new Searcher({ one: 500, all: 5_000 })
  const passages = passagesOf([`${'a'.repeat(40)}!`])
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  await expect(searcher.find(search('(a+)+$'), passages)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('takes too long'),
  })
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
  expect([...(await searcher.find(search('a!$'), passages))]).toEqual([1])
})

test('a malformed expression is refused', () => {
  expect(() => search('(')).toThrow('The regular expression "(" is malformed; no log was searched.')
})
