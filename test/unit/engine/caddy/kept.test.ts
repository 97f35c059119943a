import { expect, test } from 'vitest'
import { openKept } from '../../../../engine/caddy/kept.ts'

test('a text comes back as it was kept, whatever is in it', async () => {
  const ran: string[] = []
  const shell = {
    run: async (line: string) => {
      ran.push(line)
      const code = /echo (\S+) \| base64/.exec(ran[0] ?? '')?.[1] ?? ''
      return line.startsWith('if ') ? ['kept', code.slice(0, 10), code.slice(10)] : []
    },
    close: () => {},
  }
  const text = '\uFEFF:80 {\r\n\trespond "it\'s `$x`"\r\n}'
  const kept = openKept(shell)
  await kept.write(text)
  expect(await kept.read()).toBe(text)
  expect(ran[0]).not.toContain('respond')
})

test('nothing is kept until something was', async () => {
  expect(await openKept({ run: async () => [], close: () => {} }).read()).toBeUndefined()
})
