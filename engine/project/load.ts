import { homedir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import { NotTextError, readText } from '../files/read-text.ts'
import { readEnvText } from './dotenv/read.ts'
import { type Environment, makeLookup, readDotenv } from './environment.ts'
import { findComposeFiles } from './find.ts'
import type { Project } from './model.ts'
import { projectName } from './name.ts'
import { Problems } from './problems.ts'
import type { ReadEnvText } from './read/context.ts'
import { readProject } from './read/project.ts'
import { interpolate } from './template/interpolate.ts'
import type { Lookup } from './template/substitute.ts'
import { mergeTrees } from './yaml/merge.ts'
import type { Node } from './yaml/node.ts'
import { parseYaml } from './yaml/parse.ts'

export interface LoadOptions {
  /** The process environment; its variables win over those of `.env`. */
  readonly environment?: Environment
  /** The text of `.env` as it is about to be, instead of what is on disk. */
  readonly env?: string
  /** Active profiles; those of COMPOSE_PROFILES when absent or empty. */
  readonly profiles?: readonly string[]
}

export interface LoadedProject extends Project {
  /** Sentences about what is odd but not wrong, such as a variable that is not set. */
  readonly warnings: readonly string[]
}

/**
 * Reads a project folder as Docker Compose 2.40 does: compose file and override, `.env`, interpolation, defaults.
 * Reading changes nothing.
 *
 * @throws ShoalError `project-not-found` without a compose file; `env-invalid` naming file and line; `project-invalid`
 * naming file, line and key, the other problems as details. Whatever Shoal can't run is such a problem.
 */
export async function loadProject(directory: string, options: LoadOptions = {}): Promise<LoadedProject> {
  const environment = options.environment ?? process.env
  const root = resolve(directory)
  const warnings = new Set<string>()
  const warn = (text: string) => void warnings.add(text)
  const onUnset = (name: string) => warn(`The variable ${name} is not set; it counts as empty.`)
  const readEnv: ReadEnvText = async (path, shownAs) =>
    options.env !== undefined && path === join(root, '.env') ? options.env : readEnvText(path, shownAs)
  const variables = await readDotenv(root, environment, onUnset, readEnv)
  const lookup = makeLookup(environment, variables)
  const files = findComposeFiles(root, lookup, warn)
  const problems = new Problems()
  const trees = await parseFiles(root, files, problems)
  problems.throwIfAny()
  const name = projectName(lookup('COMPOSE_PROJECT_NAME'), nameInFiles(trees, lookup, problems), root)
  const named: Lookup = (key) => (key === 'COMPOSE_PROJECT_NAME' ? name : lookup(key))
  const filled = trees.map((tree) => interpolate(tree, named, onUnset, problems))
  const merged = filled.reduce((base, over) => mergeTrees(base, over, problems))
  const home = environment.HOME ?? homedir()
  const reading = { problems, directory: root, home, lookup: named, readEnvText: readEnv, warn, onUnset }
  const parts = await readProject(merged, name, activeProfiles(options.profiles, lookup), reading)
  problems.throwIfAny()
  return {
    name,
    directory: root,
    files,
    env: Object.fromEntries(variables),
    ...parts,
    warnings: [...warnings],
  }
}

async function parseFiles(directory: string, files: readonly string[], problems: Problems): Promise<Node[]> {
  const trees: Node[] = []
  for (const file of files) {
    const shownAs = relative(directory, file) || file
    const parsed = parseYaml(await readComposeText(file, shownAs), shownAs, problems)
    if (parsed.length === 0)
      problems.add({ place: { file: shownAs, line: 1 }, path: '' }, 'the file is empty')
    trees.push(...parsed)
  }
  return trees
}

async function readComposeText(file: string, shownAs: string): Promise<string> {
  try {
    return (await readText(file)) ?? ''
  } catch (cause) {
    const where = cause instanceof NotTextError ? `${shownAs} line ${cause.line}` : shownAs
    const why = cause instanceof NotTextError ? 'is not UTF-8 text' : 'can not be opened'
    throw new ShoalError('project-invalid', `${where} ${why}; nothing was changed.`, 'Check the file.', {
      cause,
    })
  }
}

/** The last `name:` of the files counts; a fault in its template is reported when the whole file is filled in. */
function nameInFiles(trees: readonly Node[], lookup: Lookup, problems: Problems): string | undefined {
  let found: string | undefined
  for (const tree of trees) {
    const node = tree.kind === 'map' ? tree.entries.get('name')?.value : undefined
    const filled = node && interpolate(node, lookup, () => {}, problems)
    if (filled?.kind === 'scalar' && filled.type === 'string' && filled.text !== '') found = filled.text
    else if (node !== undefined) problems.add(node, 'must be text that is not empty')
  }
  return found
}

function activeProfiles(chosen: readonly string[] | undefined, lookup: Lookup): string[] {
  if (chosen !== undefined && chosen.length > 0) return [...chosen]
  return (lookup('COMPOSE_PROFILES') ?? '').split(',').map((profile) => profile.trim())
}
