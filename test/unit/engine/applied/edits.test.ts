import { describe, expect, it } from 'vitest'
import { editsBetween } from '../../../../engine/applied/edits.ts'
import { flattenYaml } from '../../../../engine/applied/flatten.ts'

const flat = (text: string) => flattenYaml(text) ?? new Map<string, string>()

describe('flattenYaml', () => {
  it('names each value by its path', () => {
    const text =
      'services:\n  app:\n    image: shop # ours\n    ports: ["80:80", 443]\n    tmpfs: []\n    build:\n'
    expect([...flat(text)]).toEqual([
      ['services.app.image', 'shop'],
      ['services.app.ports[0]', '80:80'],
      ['services.app.ports[1]', '443'],
      ['services.app.tmpfs', '[]'],
      ['services.app.build', ''],
    ])
  })

  it('knows nothing of a text that is no YAML', () => {
    expect(flattenYaml('services: [')).toBeUndefined()
  })
})

describe('editsBetween', () => {
  it('tells what came, went and changed, in the order of its names', () => {
    const before = flat('services:\n  app:\n    scale: 2\n    init: true\n')
    const after = flat('services:\n  app:\n    scale: 3\n    user: node\n')
    expect(editsBetween('compose.yaml', before, after)).toEqual([
      {
        file: 'compose.yaml',
        key: 'services.app.init',
        kind: 'removed',
        before: 'true',
        after: '',
        secret: false,
      },
      {
        file: 'compose.yaml',
        key: 'services.app.scale',
        kind: 'changed',
        before: '2',
        after: '3',
        secret: false,
      },
      {
        file: 'compose.yaml',
        key: 'services.app.user',
        kind: 'added',
        before: '',
        after: 'node',
        secret: false,
      },
    ])
  })

  it('is silent about layout, comments and quotes', () => {
    expect(editsBetween('compose.yaml', flat('a: 1\nb: "x"\n'), flat('# more\nb: x\na:   1\n'))).toEqual([])
  })

  it('tells no secret, be it known by its name, by its value, or in an entry of a list', () => {
    const before = flat('environment:\n  - API_TOKEN=old\nDB: postgres://a:old@db/x\nPASSWORD: old\n')
    const after = flat('environment:\n  - API_TOKEN=new\nDB: postgres://a:new@db/x\nPASSWORD: new\n')
    const edits = editsBetween('compose.yaml', before, after)
    expect(edits.map(({ key, secret }) => `${key} ${secret}`)).toEqual([
      'DB true',
      'PASSWORD true',
      'environment[0] true',
    ])
    expect(JSON.stringify(edits)).not.toMatch(/old|new/)
  })

  it('tells a long value in one line, cut off', () => {
    const [edit] = editsBetween('a', new Map(), new Map([['command', `one\ntwo ${'x'.repeat(200)}`]]))
    expect(edit?.after).toBe(`one two ${'x'.repeat(111)}…`)
  })
})
