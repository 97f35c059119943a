import { expect, test } from 'vitest'
import { parseNdjson } from '../../../../../engine/docker/wire/ndjson.ts'
import { chunksOf, collect, everySplit } from '../../../../support/frames.ts'

test('documents come out whole wherever the chunks are cut, in a character too', async () => {
  const bytes = Buffer.from('{"a":"é漢🐟"}\r\n\n{"b":[1]}\n{"c":2}')
  for (const chunks of everySplit(bytes))
    expect(await collect(parseNdjson(chunksOf(chunks)))).toEqual([{ a: 'é漢🐟' }, { b: [1] }, { c: 2 }])
})

test('a line that is no JSON is an error', async () => {
  await expect(collect(parseNdjson(chunksOf([Buffer.from('{"a":1}\nnope\n')])))).rejects.toThrow(SyntaxError)
})
