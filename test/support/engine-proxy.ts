import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Docker } from '../../engine/docker/gateway.ts'

/** A way to the machine's engine that a test can watch and cut, without harm to the engine. */
export interface EngineProxy {
  /** For the command's environment: it finds the engine here. */
  readonly env: { readonly DOCKER_HOST: string }
  /** The first lines and headers of every request so far, as sent. */
  heads(): string
  /** Ends every connection and takes no more: to whoever uses it the engine has stopped. */
  cut(): Promise<void>
  /** Takes connections again: the engine has been started. */
  restore(): Promise<void>
}

/** Opens a socket that leads to the engine. Call `cut` at the end. */
export async function proxyEngine(docker: Docker): Promise<EngineProxy> {
  const { host } = await docker.about()
  const folder = await mkdtemp(join(tmpdir(), 'shoal-proxy-'))
  const path = join(folder, 'docker.sock')
  const open = new Set<Socket>()
  const heads: string[] = []
  const server = createServer((near) => {
    const far = connect(host.replace(/^unix:\/\//, ''))
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1')
      if (/^(GET|POST|PUT|DELETE|HEAD) /.test(text)) heads.push(text.split('\r\n\r\n')[0] ?? '')
    })
    near.pipe(far)
    far.pipe(near)
  })
  const listen = () => new Promise<void>((resolve) => void server.listen(path, resolve))
  await listen()
  return {
    env: { DOCKER_HOST: `unix://${path}` },
    heads: () => heads.join('\n'),
    async cut() {
      server.close()
      for (const socket of open) socket.destroy()
      await rm(folder, { recursive: true, force: true })
    },
    async restore() {
      await mkdir(folder, { recursive: true })
      await listen()
    },
  }
}
