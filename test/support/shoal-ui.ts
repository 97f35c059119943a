import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { spawnShoal } from './shoal.ts'

/** A running `shoal ui` with a data folder of its own. */
export interface ShoalUi {
  /** The address with its token, good once. */
  readonly url: string
  readonly port: number
  readonly pid: number
  dispose(): Promise<void>
}

/** Starts `shoal ui` as a process of its own, on a free port unless one is chosen, and waits until it says where it is. */
export async function startShoalUi(
  env: Readonly<Record<string, string>> = {},
  chosen?: number,
): Promise<ShoalUi> {
  const data = await mkdtemp(join(tmpdir(), 'shoal-ui-'))
  const port = chosen ?? (await getPort())
  const shoal = spawnShoal(['ui', '--no-open', '--port', String(port)], { SHOAL_DATA_DIR: data, ...env })
  const dispose = async () => {
    shoal.kill('SIGINT')
    await shoal
    await rm(data, { recursive: true, force: true })
  }
  let said = ''
  const url = await new Promise<string>((resolve) => {
    shoal.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const [line] = /^http\S+(?=\n)/m.exec(said) ?? []
      if (line) resolve(line)
    })
    shoal.stdout.on('end', () => resolve(''))
  })
  if (url) return { url, port, pid: shoal.pid ?? 0, dispose }
  throw new Error(`shoal ui did not start: ${(await shoal).stderr}`)
}
