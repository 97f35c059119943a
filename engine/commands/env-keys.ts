import { basename, join } from 'node:path'
import type { CallOutput, CallParams } from '../../contract/calls.ts'
import type { EnvKey } from '../../contract/env.ts'
import { listCaddyVariables } from '../caddyfile/variables.ts'
import { readExample } from '../env/example.ts'
import { KNOWN_KEYS } from '../env/known.ts'
import { readText } from '../files/read-text.ts'
import { listVariables } from '../project/list-variables.ts'
import { loadProject } from '../project/load.ts'
import { CADDY } from '../stack/roles.ts'
import type { Host } from './host.ts'

/** Compose's own variables would change which project this is. */
const COMPOSE_OWN = /^COMPOSE_/

/**
 * The variables that a project knows: of `.env.example`, of its compose files and its Caddyfile, and those that frameworks
 * know. Each comes once; who explains it best explains it. Files that can't be read count as empty.
 */
export async function listEnvKeys(
  { environment }: Host,
  { directory }: CallParams<'env.keys'>,
): Promise<CallOutput<'env.keys'>> {
  const read = (path: string) =>
    readText(path).then(
      (text) => text ?? '',
      () => '',
    )
  const project = await loadProject(directory, { environment }).catch(() => undefined)
  const files = project?.files ?? [join(directory, 'compose.yaml')]
  const [example, caddyfile, ...composes] = await Promise.all(
    [join(directory, '.env.example'), join(directory, 'Caddyfile'), ...files].map(read),
  )
  // What the compose file sets for Caddy itself never comes from .env.
  const own = project?.services[CADDY]?.environment ?? {}
  const fromEnv = (name: string) => !Object.hasOwn(own, name) || Object.hasOwn(project?.env ?? {}, name)
  const keys: EnvKey[] = [
    ...readExample(example ?? '').map((key): EnvKey => ({ ...key, source: 'example' })),
    ...composes.flatMap((text, position) => fromCompose(text, basename(files[position] ?? ''))),
    ...listCaddyVariables(caddyfile ?? '')
      .filter(({ name }) => fromEnv(name))
      .map(
        ({ name, fallback, line }): EnvKey => ({
          key: name,
          about: `Used in the Caddyfile, line ${line}.`,
          example: fallback,
          source: 'caddyfile',
        }),
      ),
    ...KNOWN_KEYS.map((key): EnvKey => ({ ...key, source: 'known' })),
  ]
  return { keys: merge(keys) }
}

function fromCompose(text: string, file: string): EnvKey[] {
  return listVariables(text, file).flatMap(({ name, fallback, path }) =>
    COMPOSE_OWN.test(name)
      ? []
      : { key: name, about: `Used in ${file}: ${path}.`, example: fallback, source: 'compose' as const },
  )
}

/** One of each key, from the first who names it; where that one does not explain it, a framework may. */
function merge(keys: readonly EnvKey[]): EnvKey[] {
  const merged = new Map<string, EnvKey>()
  for (const key of keys) {
    const first = merged.get(key.key)
    if (first === undefined) merged.set(key.key, key)
    else {
      const silent = first.about === '' || (key.source === 'known' && first.source !== 'example')
      const about = silent ? key.about : first.about
      merged.set(key.key, { ...first, about, example: first.example || key.example })
    }
  }
  return [...merged.values()]
}
