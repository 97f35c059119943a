import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { spawnShoal } from './shoal.ts'

/** A running `shoal ui` with a data folder of its own. */
export interface ShoalUi {
  /** The address with its token, good once. */
  readonly url: string
  readonly pid: number
  dispose(): Promise<void>
}

/** Starts `shoal ui` as a process of its own on a free port, and waits until it says where it is. */
export async function startShoalUi(env: Readonly<Record<string, string>> = {}): Promise<ShoalUi> {
  const data = await mkdtemp(join(tmpdir(), 'shoal-ui-'))
  const process = spawnShoal(['ui', '--no-open', '--port', String(await getPort())], {
    SHOAL_DATA_DIR: data,
    ...env,
  })
  const dispose = async () => {
    process.kill('SIGINT')
    await process
    await rm(data, { recursive: true, force: true })
  }
  for await (const line of process) {
    const url = String(line).trim()
    if (url.startsWith('http')) return { url, pid: process.pid ?? 0, dispose }
  }
  const { stderr } = await process
  throw new Error(`shoal ui did not start: ${stderr}`)
}
