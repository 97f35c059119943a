import { describe, expect, test } from 'vitest'
import { readScale, withScale } from '../../../../engine/project/edit-scale.ts'

const TEXT = [
  '# A stack',
  'services:',
  '  web: # the app',
  '    image: "web:1"   # keep',
  "    scale: '3'  # instances",
  '  worker:',
  '    # Built here.',
  '    build: .',
  '    deploy:',
  '      resources: {limits: {cpus: "1"}}',
  '      replicas: 2',
  '  db:',
  '    # The database.',
  '    image: postgres',
  '  cache: {image: redis}',
  '  none: {}',
  'volumes: {data: }',
  '',
].join('\n')

describe('setting a scale', () => {
  test('changes only the bytes of the number', () => {
    expect(withScale(TEXT, 'web', 12)).toBe(TEXT.replace("'3'", "'12'"))
    expect(withScale(TEXT, 'worker', 5)).toBe(TEXT.replace('replicas: 2', 'replicas: 5'))
  })

  test('changes both where scale and replicas stand, because Compose wants them equal', () => {
    const both = 'services:\n  a:\n    scale: 2\n    deploy: {replicas: 2}\n'
    expect(withScale(both, 'a', 4)).toBe('services:\n  a:\n    scale: 4\n    deploy: {replicas: 4}\n')
  })

  test('adds a line where there is none, above the first key and its comment', () => {
    expect(withScale(TEXT, 'db', 2)).toBe(TEXT.replace('  db:\n', '  db:\n    scale: 2\n'))
  })

  test('adds it inside a flow mapping', () => {
    expect(withScale(TEXT, 'cache', 2)).toBe(TEXT.replace('{image: redis}', '{scale: 2, image: redis}'))
    expect(withScale(TEXT, 'none', 2)).toBe(TEXT.replace('none: {}', 'none: {scale: 2}'))
  })

  test('keeps CRLF, a byte order mark and a missing line end', () => {
    const windows = '\uFEFFservices:\r\n  a:\r\n    image: x # é'
    const edited = '\uFEFFservices:\r\n  a:\r\n    scale: 2\r\n    image: x # é'
    expect(withScale(windows, 'a', 2)).toBe(edited)
    expect(withScale(edited, 'a', 3)).toBe(edited.replace('2', '3'))
  })

  test('overrides a scale that a merge key brings', () => {
    const merged = 'x-a: &a {scale: 2, image: x}\nservices:\n  a:\n    <<: *a\n  b:\n    <<: *a\n'
    expect(withScale(merged, 'a', 3)).toBe(merged.replace('  a:\n', '  a:\n    scale: 3\n'))
  })

  test('what it writes is what it reads', () => {
    const services = ['web', 'worker', 'db', 'cache', 'none']
    expect(services.map((name) => readScale(withScale(TEXT, name, 7), name))).toEqual([7, 7, 7, 7, 7])
  })
})

describe('a scale that can not be set safely is refused:', () => {
  const refused: Record<string, string> = {
    'one that comes from a variable': 'services:\n  a: {image: x, scale: "$N"}\n',
    'one that an anchor shares': 'services:\n  a: {image: x, scale: &n 2}\n  b: {image: x, scale: *n}\n',
    'a service that another one repeats': 'services:\n  a: &a\n    image: x\n  b: *a\n',
    'replicas that an alias brings': 'x-d: &d {replicas: 2}\nservices:\n  a:\n    image: x\n    deploy: *d\n',
    'a service that is not there': 'services:\n  b: {image: x}\n',
    'a service that is an alias': 'x-a: &a {image: x}\nservices:\n  a: *a\n',
  }
  for (const [name, text] of Object.entries(refused)) {
    test(name, () => {
      expect(() => withScale(text, 'a', 3)).toThrow(
        'The scale of a can not be set in compose.yaml; the file was left as it was.',
      )
    })
  }

  test('a text that is not YAML, with its line', () => {
    expect(() => withScale('services:\n  a: {image: x\n', 'a', 3)).toThrow(
      /^compose\.yaml line \d: not valid YAML: /,
    )
  })
})

describe('reading a scale', () => {
  test('finds the number wherever it stands', () => {
    expect(['web', 'worker', 'db', 'absent'].map((name) => readScale(TEXT, name))).toEqual([
      3,
      2,
      undefined,
      undefined,
    ])
  })

  test('does not guess what a variable holds', () => {
    expect(readScale('services:\n  a: {image: x, scale: "$N"}\n', 'a')).toBeUndefined()
  })
})
