import {
  type BrowserWindow,
  dialog,
  MessageChannelMain,
  type MessagePortMain,
  utilityProcess,
} from 'electron'
import type { Engine } from '../../../contract/engine.ts'
import { connect } from '../../../rpc/client.ts'
import { messagePort } from '../../../rpc/message-port.ts'
import { type EngineStart, fromEngineSchema } from '../../shared/engine-line.ts'
import type { ShellStore } from '../state.ts'
import { EngineProcess } from './engine-process.ts'
import { withUsualFolders } from './environment.ts'
import { EngineSession, type ProjectEvents } from './session.ts'

export interface EngineHostParts extends ProjectEvents {
  /** The bundled file that the process runs. */
  readonly file: string
  readonly start: EngineStart
  readonly store: ShellStore
  /** The window that a dialog belongs to. */
  window(): BrowserWindow | undefined
}

/** The engine in its own process, and main as one of its clients. */
export class EngineHost {
  readonly #parts: EngineHostParts
  readonly #process: EngineProcess<MessagePortMain>
  #session: EngineSession | undefined
  #engine: Engine | undefined

  constructor(parts: EngineHostParts) {
    this.#parts = parts
    const options = { serviceName: 'Shoal engine', env: withUsualFolders(process.env, process.platform) }
    this.#process = new EngineProcess(
      () => utilityProcess.fork(parts.file, [JSON.stringify(parts.start)], options),
      { onStart: () => this.#begin(), onMessage: (message) => void this.#hear(message) },
    )
  }

  start(): void {
    this.#process.start()
  }

  /** Main's own connection. */
  get engine(): Engine | undefined {
    return this.#engine
  }

  /** A new connection, for a page. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    this.#process.serve(port1)
    return port2
  }

  async stop(patience: number): Promise<void> {
    this.#session?.close()
    await this.#process.stop(patience)
  }

  #begin(): void {
    this.#session?.close()
    this.#engine = connect(messagePort(this.connect()))
    this.#session = new EngineSession(this.#engine, this.#parts.store, this.#parts)
    void this.#session.resume()
  }

  async #hear(message: unknown): Promise<void> {
    const told = fromEngineSchema.parse(message)
    if (told.kind === 'project') return await this.#session?.turnTo(told.directory)
    const directory = await chooseFolder(this.#parts.window())
    this.#process.tell({ kind: 'chosen', id: told.id, ...(directory !== undefined && { directory }) })
  }
}

async function chooseFolder(window: BrowserWindow | undefined): Promise<string | undefined> {
  const options = {
    title: 'Open a project',
    properties: ['openDirectory' as const, 'createDirectory' as const],
  }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? undefined : filePaths[0]
}
