import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askCandidates } from '../../../../engine/docker/ask-candidates.ts'
import { fakeEngine, json, temporaryFolder } from '../../../support/fake-engine.ts'
import { emptyMachine } from '../../../support/surroundings.ts'

const answering = () =>
  fakeEngine((request, response) => {
    if (request.url?.endsWith('/_ping')) response.end('OK')
    else if (request.url?.endsWith('/version')) json(response, { Version: '28.5.1', ApiVersion: '1.51' })
    else json(response, { OperatingSystem: 'Docker Desktop', Name: 'x', NCPU: 1, MemTotal: 1 })
  })

async function addContext(home: string, name: string, host: string): Promise<void> {
  const id = createHash('sha256').update(name).digest('hex')
  const folder = join(home, '.docker', 'contexts', 'meta', id)
  await mkdir(folder, { recursive: true })
  const text = JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } })
  await writeFile(join(folder, 'meta.json'), text)
}

test('every place that is known is asked, the chosen one first, each once, and says who answers or why not', async () => {
  const [one, other] = [await answering(), await answering()]
  const refusing = await fakeEngine((_request, response) => json(response, { message: 'no' }, 500))
  const home = await temporaryFolder()
  await addContext(home, 'work', `unix://${one.socketPath}`)
  await addContext(home, 'broken', 'nonsense://')
  const asked = await askCandidates(
    await emptyMachine({
      home,
      environment: { DOCKER_HOST: `unix://${refusing.socketPath}` },
      setting: `unix://${other.socketPath}`,
    }),
  )
  const absent = (path: string) => ({
    source: 'known socket',
    host: `unix://${path}`,
    answers: false,
    detail: 'not there',
  })
  const known = asked.filter(({ source }) => source === 'known socket')
  expect(asked.filter(({ source }) => source !== 'known socket')).toEqual([
    {
      source: 'the engine chosen in the settings',
      host: `unix://${other.socketPath}`,
      answers: true,
      detail: 'Docker Desktop 28.5.1',
    },
    { source: 'DOCKER_HOST', host: `unix://${refusing.socketPath}`, answers: false, detail: 'HTTP 500' },
    {
      source: 'context work',
      host: `unix://${one.socketPath}`,
      answers: true,
      detail: 'Docker Desktop 28.5.1',
    },
  ])
  expect(known.filter(({ host }) => host.includes(home))).toEqual([
    absent(`${home}/.docker/desktop/docker.sock`),
    absent(`${home}/.rd/docker.sock`),
  ])
})
