import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { buildImage } from '../../../../../engine/docker/images/build-image.ts'
import { fakeEngine, json } from '../../../../support/fake-engine.ts'

const options = { tag: 'shop-app', dockerfile: 'Dockerfile', args: { A: 'b' }, labels: { c: 'd' } }
const line = (message: unknown) => `${JSON.stringify(message)}\r\n`

test('lines of output are handed on, and the id is that of the tag', async () => {
  const engine = await fakeEngine((request, response) => {
    if (request.method === 'GET') return json(response, { Id: 'sha256:ab', Config: {} })
    request.resume()
    response.end(line({ stream: 'Step 1/2 : FROM x\n' }) + line({ stream: ' ---> \u001b[1mab\u001b[0m\n\n' }))
  })
  const texts: string[] = []
  const onProgress = ({ text }: { text: string }) => void texts.push(text)
  expect(await buildImage(engine.client, Readable.from(['tar']), { ...options, onProgress })).toBe(
    'sha256:ab',
  )
  expect(texts).toEqual(['Step 1/2 : FROM x', ' ---> ab'])
  expect(engine.requests[0]).toBe(
    'POST /v1.41/build?t=shop-app&dockerfile=Dockerfile&buildargs={"A":"b"}&labels={"c":"d"}&rm=true&forcerm=true',
  )
})

test('a failed build tells its last lines', async () => {
  const message = 'The command npm run build returned a non-zero code: 1'
  const engine = await fakeEngine((request, response) => {
    request.resume()
    const output = Array.from({ length: 30 }, (_, index) => line({ stream: `line ${index}\n` })).join('')
    response.end(output + line({ errorDetail: { message }, error: message }))
  })
  const building = buildImage(engine.client, Readable.from(['tar']), options)
  await expect(building).rejects.toMatchObject({
    code: 'image-build',
    message: `Building the image shop-app failed: ${message}. An older image of that name was kept.`,
    details: Array.from({ length: 20 }, (_, index) => `line ${index + 10}`),
  })
})

test('the signal cancels a build while its context is still being sent', async () => {
  const engine = await fakeEngine((request) => void request.resume())
  const endless = new Readable({ read() {} })
  const signal = AbortSignal.timeout(30)
  await expect(buildImage(engine.client, endless, { ...options, signal })).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(endless.destroyed).toBe(true)
})
