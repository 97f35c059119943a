import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Candidate, Strategy } from './candidate.ts'
import { configFolder } from './config-folder.ts'
import { dockerHost } from './docker-host.ts'
import { knownSockets } from './known-sockets.ts'
import { readContext } from './read-context.ts'
import type { Surroundings } from './surroundings.ts'

/** Every place where an engine may be, whoever names it, each endpoint once. What is broken is left out. */
export async function listCandidates(surroundings: Surroundings): Promise<Candidate[]> {
  const found = await Promise.all(
    [dockerHost, everyContext, knownSockets].map((strategy) => strategy(surroundings).catch(() => undefined)),
  )
  const candidates = found.flatMap((finding) => finding?.candidates ?? [])
  const byHost = new Map<string, Candidate>()
  for (const candidate of candidates)
    if (!byHost.has(candidate.endpoint.host)) byHost.set(candidate.endpoint.host, candidate)
  return [...byHost.values()]
}

/** All contexts in the store of Docker's command line, not just the current one. */
const everyContext: Strategy = async (surroundings) => {
  const folder = join(configFolder(surroundings), 'contexts', 'meta')
  const entries = await readdir(folder).catch(() => [])
  const candidates = await Promise.all(
    entries.map(async (entry): Promise<Candidate[]> => {
      const name = nameIn(await readFile(join(folder, entry, 'meta.json'), 'utf8').catch(() => ''))
      if (name === undefined) return []
      return await readContext(name, 'the list of contexts', surroundings).then(
        (candidate) => [candidate],
        () => [],
      )
    }),
  )
  return { named: false, candidates: candidates.flat() }
}

function nameIn(text: string): string | undefined {
  try {
    const { Name } = JSON.parse(text)
    return typeof Name === 'string' ? Name : undefined
  } catch {
    return undefined
  }
}
