import { describe, expect, it } from 'vitest'
import { cleanEnv } from '../../../../engine/export/clean-env.ts'
import { findSecret } from '../../../../engine/export/find-secrets.ts'
import { inspectDotenv } from '../../../../engine/project/dotenv/inspect.ts'

const clean = (text: string, published = {}) => cleanEnv(text, inspectDotenv(text).statements, published)

describe('cleanEnv', () => {
  it('makes a comment of each secret and keeps everything else byte for byte', () => {
    const text =
      '\uFEFF# ours\r\nPORT=8080\r\nexport API_TOKEN="a b" # old\r\nDB=\'postgres://u:p@db/x\'\r\nEMPTY_SECRET=\r\n'
    const { text: found, secrets } = clean(text)
    expect(found).toBe(
      '\uFEFF# ours\r\nPORT=8080\r\n# API_TOKEN= (a secret, left out of the export) # old\r\n# DB= (a secret, left out of the export)\r\nEMPTY_SECRET=\r\n',
    )
    expect([...secrets]).toEqual([
      ['API_TOKEN', 'a b'],
      ['DB', 'postgres://u:p@db/x'],
    ])
  })

  it('leaves a secret of several lines out as a whole, and what follows it on its line in', () => {
    const { text } = clean('KEY="-----BEGIN PRIVATE KEY-----\nabc\n-----END"\nA=1\n')
    expect(text).toBe('# KEY= (a secret, left out of the export)\nA=1\n')
    expect(clean('TOKEN="x" B=2\n').text).toBe('# TOKEN= (a secret, left out of the export)\n B=2\n')
  })

  it('takes what the example publishes for no secret', () => {
    const text = 'DATABASE_URL=postgres://a:a@db/a\nTOKEN=changed\n'
    const { secrets } = clean(text, { DATABASE_URL: 'postgres://a:a@db/a', TOKEN: 'example' })
    expect([...secrets.keys()]).toEqual(['TOKEN'])
  })
})

describe('findSecret', () => {
  const secrets = new Map([
    ['PIN_SECRET', '1234'],
    ['TOKEN', 't0p-s3cret'],
  ])

  it('names the variable and the line, never the value', () => {
    expect(findSecret('one\ntwo: t0p-s3cret\n', secrets)).toEqual({ key: 'TOKEN', line: 2 })
  })

  it('takes no short value for a find: it occurs by chance', () => {
    expect(findSecret('port: 1234', secrets)).toBeUndefined()
  })
})
