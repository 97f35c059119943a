import { Readable } from 'node:stream'
import Dockerode from 'dockerode'
import { pack } from 'tar-stream'
import { expect, onTestFinished, test } from 'vitest'
import { IMAGE, realEngine } from '../../support/real-engine.ts'

const engine = realEngine()

function context(dockerfile: string): Readable {
  const tar = pack()
  tar.entry({ name: 'Dockerfile' }, dockerfile)
  tar.finalize()
  return Readable.from(tar)
}

/** The gateway removes no images. */
async function removeImage(tag: string): Promise<void> {
  const { host } = await engine.docker.about()
  const socketPath = host.replace('unix://', '')
  await new Dockerode({ socketPath }).getImage(tag).remove({ force: true })
}

const options = () => ({ tag: engine.name(), dockerfile: 'Dockerfile', args: {}, labels: { built: 'here' } })

test('an image is built from a tar stream, with its steps told', async () => {
  const asked = { ...options(), args: { WORD: 'passed' } }
  onTestFinished(() => removeImage(asked.tag))
  const steps: string[] = []
  const dockerfile = `FROM ${IMAGE} AS base\nARG WORD\nENV WORD=$WORD\nCMD ["sleep", "1"]\nENTRYPOINT ["/x"]\n`
  const onProgress = ({ text }: { text: string }) => void steps.push(text)
  const id = await engine.docker.buildImage(context(dockerfile), { ...asked, onProgress })
  expect(await engine.docker.inspectImage(asked.tag)).toMatchObject({
    id,
    tags: [`${asked.tag}:latest`],
    labels: { built: 'here' },
    env: { WORD: 'passed' },
    command: ['sleep', '1'],
    entrypoint: ['/x'],
  })
  expect(steps).toContainEqual(expect.stringMatching(/^Step 2\/\d+ : ARG WORD$/))
})

test('a build that fails shows what the failing step said', async () => {
  const building = engine.docker.buildImage(
    context(`FROM ${IMAGE}\nRUN echo the reason && exit 3\n`),
    options(),
  )
  await expect(building).rejects.toMatchObject({
    code: 'image-build',
    message: expect.stringContaining('exit 3'),
    details: expect.arrayContaining(['the reason']),
  })
})

test('a Dockerfile that is none fails as a build, not as a fault of Shoal', async () => {
  const building = engine.docker.buildImage(context('NONSENSE\n'), options())
  await expect(building).rejects.toMatchObject({ code: 'image-build' })
})

test('an image of a registry that cannot be reached is missing', async () => {
  await expect(engine.docker.pullImage('127.0.0.1:9/nothing', {})).rejects.toMatchObject({
    code: 'image-missing',
    message: 'The registry of 127.0.0.1:9/nothing cannot be reached, so the image was not pulled.',
  })
})

test('an image that is not on the engine is undefined', async () => {
  expect(await engine.docker.inspectImage('shoal-test/nothing:1')).toBeUndefined()
})
