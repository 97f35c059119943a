import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import type { ExportSummary, LeftOut } from '../../contract/export.ts'
import { isSecret } from '../../contract/secret.ts'
import type { StreamItem, StreamParams } from '../../contract/streams.ts'
import { type CleanEnv, cleanEnv } from '../export/clean-env.ts'
import { findSecret } from '../export/find-secrets.ts'
import { whySecret } from '../export/judge-file.ts'
import { listProjectFiles, nameOf, type ProjectFile } from '../export/list-files.ts'
import { type ArchiveEntry, writeArchive } from '../export/write-archive.ts'
import { readText } from '../files/read-text.ts'
import { listContext } from '../images/context.ts'
import { inspectDotenv, variablesOf } from '../project/dotenv/inspect.ts'
import { loadProject } from '../project/load.ts'
import type { Project } from '../project/model.ts'
import type { Host } from './host.ts'
import { readEnv } from './keep-files.ts'

const ENV = '.env'
/** Files beyond this many bytes are no text that somebody writes secrets into. */
const LARGEST_TEXT = 256 * 1024

/**
 * The project as a zip that may leave the machine. Secrets of `.env` stay behind, and so do keys and other `.env` files.
 * Throws `project-invalid` when a file of the project holds the value of such a secret, naming file and line.
 */
export async function* exportProject(
  host: Host,
  { directory }: StreamParams<'project.export'>,
  signal: AbortSignal,
): AsyncGenerator<StreamItem<'project.export'>> {
  const project = await loadProject(directory, { environment: host.environment })
  const { files, leftOut } = listProjectFiles(project.directory, await filesOfImages(project))
  const env = await readCleanEnv(project.directory)
  const { entries, kept } = await choose(files, env, leftOut)
  const secrets = [...env.secrets.keys()].sort()
  let bytes = 0
  const archive = writeArchive(entries, {
    shoal: 1,
    project: project.name,
    secrets,
    executable: kept.filter(({ executable, link }) => executable && link === '').map(({ path }) => path),
    links: Object.fromEntries(kept.flatMap(({ path, link }) => (link === '' ? [] : [[path, link]]))),
  })
  for await (const data of archive) {
    signal.throwIfAborted()
    bytes += data.length
    yield { kind: 'bytes', data }
  }
  const summary: ExportSummary = {
    project: project.name,
    files: kept.length,
    bytes,
    secrets,
    leftOut,
    notes: notesOn(project, env),
  }
  yield { kind: 'summary', summary }
}

/** What the builds of a project's images send to Docker, relative to the project. */
async function filesOfImages({ directory, services }: Project): Promise<Set<string>> {
  const builds = Object.values(services).flatMap(({ build }) => build ?? [])
  const sent = await Promise.all(
    builds.map(async ({ context, dockerfile }) => {
      const folder = relative(directory, context).split(sep).join('/')
      if (folder.startsWith('..')) return []
      const entries = await listContext(context, dockerfile)
      return entries
        .filter(({ type }) => type !== 'directory')
        .map(({ path }) => (folder === '' ? path : `${folder}/${path}`))
    }),
  )
  return new Set(sent.flat())
}

async function readCleanEnv(directory: string): Promise<CleanEnv & { exists: boolean }> {
  const [text, example] = await Promise.all([readEnv(directory), readText(join(directory, '.env.example'))])
  const published = variablesOf(inspectDotenv(example ?? ''))
  const clean = cleanEnv(text ?? '', inspectDotenv(text ?? '').statements, published)
  return { ...clean, exists: text !== undefined }
}

/** What goes along, each with where its bytes come from; what does not is added to `leftOut`. */
async function choose(
  files: readonly ProjectFile[],
  env: CleanEnv,
  leftOut: LeftOut[],
): Promise<{ entries: ArchiveEntry[]; kept: ProjectFile[] }> {
  const entries: ArchiveEntry[] = []
  const kept: ProjectFile[] = []
  for (const file of files) {
    const { path, absolute, modified } = file
    if (path === ENV) entries.push({ path, from: new TextEncoder().encode(env.text), modified })
    else {
      const text = file.link === '' && file.size <= LARGEST_TEXT ? await readIfText(absolute) : undefined
      const why = whySecret(nameOf(path), text)
      if (why !== undefined) {
        leftOut.push({ path, why })
        continue
      }
      if (text !== undefined) refuseSecret(path, text, env)
      if (file.link === '') entries.push({ path, from: absolute, modified })
    }
    kept.push(file)
  }
  return { entries, kept }
}

function refuseSecret(path: string, text: string, { secrets }: CleanEnv): void {
  const found = findSecret(text, secrets)
  if (found === undefined) return
  throw new ShoalError(
    'project-invalid',
    `${path}, line ${found.line}, holds the value of ${found.key} from .env, which is a secret; nothing was exported.`,
    `Have it read the variable in place of the value: \${${found.key}} in a compose file, {$${found.key}} in a Caddyfile.`,
  )
}

async function readIfText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path)
  return bytes.includes(0) ? undefined : bytes.toString('utf8')
}

/** Secrets that a compose file says itself: they go along with the file that they stand in. */
function notesOn({ services }: Project, { secrets }: CleanEnv): string[] {
  const known = new Set(secrets.values())
  return Object.values(services).flatMap(({ name, environment }) =>
    Object.entries(environment).flatMap(([key, value]) =>
      isSecret(key, value) && !known.has(value)
        ? [`${key} of ${name} is written in the project’s files, which go along as they are.`]
        : [],
    ),
  )
}
