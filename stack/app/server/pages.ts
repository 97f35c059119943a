import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Next.js, loaded by the first call to `answer` or `warm`: instances that serve only the API never pay for it. */
export class Pages {
  readonly #directory: string
  #loading: Promise<Answer> | undefined

  constructor(directory: string) {
    this.#directory = directory
  }

  /** Loads Next.js ahead of the first visitor; a failure shows when somebody asks for a page. */
  async warm(): Promise<void> {
    await this.#load().catch(() => {})
  }

  /** Answers a request for a page or a static file. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.#load()
    await answer(request, response)
  }

  #load(): Promise<Answer> {
    this.#loading ??= load(this.#directory)
    return this.#loading
  }
}

/** The configuration travels in an environment variable because a standalone build holds no next.config file. */
async function load(directory: string): Promise<Answer> {
  const manifest = join(directory, '.next', 'required-server-files.json')
  if (existsSync(manifest)) {
    const { config } = JSON.parse(readFileSync(manifest, 'utf8')) as { config: object }
    process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
  }
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: directory })
  await app.prepare()
  return app.getRequestHandler()
}
