import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { currentHolder } from '../../../../engine/lock/current-holder.ts'
import { withProjectLock } from '../../../../engine/lock/with-lock.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

test('it is whoever holds the lock, for as long as they do', async () => {
  const directory = await temporaryFolder()
  expect(await currentHolder(directory)).toBe(undefined)
  const seen = await withProjectLock(directory, { command: 'shoal up' }, () => currentHolder(directory))
  expect(seen).toMatchObject({ command: 'shoal up', pid: process.pid, host: hostname() })
  expect(await currentHolder(directory)).toBe(undefined)
})

test('a process that died holding it does not hold it any more', async () => {
  const directory = await temporaryFolder()
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await mkdir(join(directory, '.shoal', 'lock'), { recursive: true })
  const holder = { pid: child.pid, host: hostname(), command: 'shoal up', since: 1, started: 1, token: 'x' }
  await writeFile(join(directory, '.shoal', 'holder.json'), JSON.stringify(holder))
  expect(await currentHolder(directory)).toBe(undefined)
  await writeFile(join(directory, '.shoal', 'holder.json'), '{')
  expect(await currentHolder(directory)).toBe(undefined)
})
