import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ShoalError } from '../../../contract/errors.ts'
import type { Candidate } from './candidate.ts'
import { configFolder } from './config-folder.ts'
import type { ContextEndpoint } from './context-metadata.ts'
import { parseHost } from './endpoint.ts'
import { readTls } from './read-tls.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * A context of Docker's command line, from its store: a folder named by the SHA-256 of the context's name.
 * Throws `engine-context` when it is missing or broken, naming what asked for it.
 */
export async function readContext(
  name: string,
  askedBy: string,
  surroundings: Surroundings,
): Promise<Candidate> {
  const contexts = join(configFolder(surroundings), 'contexts')
  const folder = createHash('sha256').update(name).digest('hex')
  const text = await readFile(join(contexts, 'meta', folder, 'meta.json'), 'utf8').catch(() => undefined)
  if (text === undefined) throw broken(`The Docker context "${name}", named by ${askedBy}, does not exist`)
  const { Host, SkipTLSVerify } = await parse(text, name)
  const files = join(contexts, 'tls', folder, 'docker')
  const tls = (await surroundings.exists(files))
    ? await readTls((file) => join(files, file), SkipTLSVerify !== true)
    : undefined
  const source = `context ${name}`
  return { source, endpoint: parseHost(Host, `the host of the Docker context "${name}"`, tls) }
}

async function parse(text: string, name: string): Promise<ContextEndpoint> {
  // Most users have the default context only, which has no such file: their commands need no schema.
  const { parseMetadata } = await import('./context-metadata.ts')
  try {
    return parseMetadata(text)
  } catch (cause) {
    throw broken(`The Docker context "${name}" names no Docker endpoint`, cause)
  }
}

function broken(what: string, cause?: unknown): ShoalError {
  return new ShoalError(
    'engine-context',
    `${what}; no other engine was tried.`,
    'See "docker context ls", choose one with "docker context use NAME", or unset DOCKER_CONTEXT.',
    cause === undefined ? {} : { cause },
  )
}
