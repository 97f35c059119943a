import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scriptedEngine, snapshot } from '../../support/scripted-engine.ts'
import { runShoal } from './run-shoal.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'shoal-cli-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

test.each(['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'])(
  'a current folder with a %s is the project',
  async (file) => {
    const cwd = await folder()
    await writeFile(join(cwd, file), 'services: {}\n')
    const { asked } = await runShoal('status', {
      cwd,
      engine: scriptedEngine({ 'stack.status': () => snapshot() }),
    })
    expect(asked).toEqual([{ name: 'stack.status', input: { directory: cwd } }])
  },
)

test('elsewhere the bundled sample is copied on first need, and said in a line', async () => {
  const [cwd, data] = [await folder(), await folder()]
  const directory = join(data, 'sample')
  const sample = async () => {
    await mkdir(directory)
    await writeFile(join(directory, 'compose.yaml'), 'services: {}\n')
    return { directory, name: 'sample', openedAt: 0, present: true, sample: true }
  }
  const engine = scriptedEngine({ 'projects.sample': sample, 'stack.status': () => snapshot() })
  const surroundings = { cwd, env: { SHOAL_DATA_DIR: data }, engine }
  const first = await runShoal('status --json', surroundings)
  const second = await runShoal('status --json', surroundings)
  expect([first.stderr, second.stderr]).toEqual([
    `No compose file here: using the bundled sample, copied to ${directory}\n`,
    '',
  ])
  expect(engine.asked).toEqual([
    { name: 'projects.sample', input: {} },
    { name: 'stack.status', input: { directory } },
    { name: 'stack.status', input: { directory } },
  ])
})
