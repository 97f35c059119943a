import { expect, test, vi } from 'vitest'
import { hangUp, TERMINAL } from '../../engine/commands/hang-up.ts'
import { IDLE, realEngine } from '../support/real-engine.ts'

const engine = realEngine()

test('a terminal that nobody reads ends with all that was started in it, and no other does', async () => {
  const { docker } = engine
  const id = await engine.run(IDLE)
  const shell = async (terminal: string) => {
    const session = await docker.exec(id, ['sh'], { tty: true, stdin: true, env: { [TERMINAL]: terminal } })
    session.stream.resume()
    session.stream.write(`sleep 54${terminal}\n`)
    return session
  }
  const processes = async () => {
    const session = await docker.exec(id, ['sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "'])
    let text = ''
    session.stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    session.stderr.resume()
    await session.exit
    return ['541', '542'].filter((seconds) => text.includes(`sleep ${seconds}`))
  }
  const [first, second] = [await shell('1'), await shell('2')]
  await vi.waitFor(async () => expect(await processes()).toEqual(['541', '542']), 20_000)
  first.close()
  await hangUp(docker, id, '1')
  await vi.waitFor(async () => expect(await processes()).toEqual(['542']), 20_000)
  second.close()
})
