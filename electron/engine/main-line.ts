import { type FromEngine, toEngineSchema } from '../shared/engine-line.ts'

/** What main asks for, apart from answers. */
export interface Wishes {
  /** Serve the ports that came with the message. */
  serve(): void
  close(): void
}

/** The engine's line to the main process: dialogs are main's to show, and it wants to know which project is open. */
export class MainLine {
  readonly #send: (message: FromEngine) => void
  readonly #waiting = new Map<number, (directory: string | undefined) => void>()
  #lastId = 0

  constructor(send: (message: FromEngine) => void) {
    this.#send = send
  }

  /** The system's dialog for a folder; undefined when the user changed their mind. */
  chooseFolder(): Promise<string | undefined> {
    const id = ++this.#lastId
    this.#send({ kind: 'choose-folder', id })
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }

  tellProject(directory: string): void {
    this.#send({ kind: 'project', directory })
  }

  receive(message: unknown, wishes: Wishes): void {
    const told = toEngineSchema.parse(message)
    if (told.kind === 'serve') wishes.serve()
    else if (told.kind === 'close') wishes.close()
    else {
      this.#waiting.get(told.id)?.(told.directory)
      this.#waiting.delete(told.id)
    }
  }
}
