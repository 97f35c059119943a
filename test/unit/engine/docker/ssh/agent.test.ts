import { chmod, readFile, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createSshAgent } from '../../../../../engine/docker/ssh/agent.ts'
import { fakeEngine, temporaryFolder } from '../../../../support/fake-engine.ts'

/** A command that notes its arguments and behaves as `ssh ... docker system dial-stdio` does. */
async function fakeSsh(body: string): Promise<{ command: string; calls: () => Promise<string[]> }> {
  const folder = await temporaryFolder()
  const command = join(folder, 'ssh.js')
  const log = join(folder, 'log')
  const note = `require('fs').appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(' ') + '\\n')`
  await writeFile(command, `#!${process.execPath}\n${note}\n${body}\n`)
  await chmod(command, 0o755)
  return { command, calls: async () => (await readFile(log, 'utf8')).trim().split('\n') }
}

function get(agent: http.Agent, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get({ agent, path, hostname: 'box' }, (answer) => text(answer).then(resolve, reject))
      .once('error', reject)
  })
}

test('requests share one ssh connection to the far end of the socket', async () => {
  const engine = await fakeEngine((request, response) => response.end(`you asked for ${request.url}`))
  const socket = JSON.stringify(engine.socketPath)
  const ssh = await fakeSsh(
    `const s = require('net').connect(${socket}); process.stdin.pipe(s); s.pipe(process.stdout)`,
  )
  const agent = createSshAgent({ hostname: 'box', user: 'me', port: 2222 }, ssh.command)
  expect([await get(agent, '/one'), await get(agent, '/two')]).toEqual([
    'you asked for /one',
    'you asked for /two',
  ])
  expect(await ssh.calls()).toEqual([
    '-l me -p 2222 -o BatchMode=yes -o ConnectTimeout=10 -T -- box docker system dial-stdio',
  ])
  agent.destroy()
})

test("ssh's own words are in the error", async () => {
  const ssh = await fakeSsh(`console.error('Host key verification failed.'); process.exit(255)`)
  const agent = createSshAgent({ hostname: 'box' }, ssh.command)
  await expect(get(agent, '/')).rejects.toThrow('ended with 255: Host key verification failed.')
})

test('a missing ssh is an error', async () => {
  const agent = createSshAgent({ hostname: 'box' }, join(await temporaryFolder(), 'nothing'))
  await expect(get(agent, '/')).rejects.toMatchObject({ code: 'ENOENT' })
})
