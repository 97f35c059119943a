import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, join, posix } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import { createBreather } from './breather.ts'
import { type Ignore, parseIgnore } from './ignore.ts'

/** One file, folder or symbolic link of a build context. */
export interface ContextEntry {
  /** Relative to the context, with forward slashes. */
  readonly path: string
  readonly absolute: string
  readonly type: 'file' | 'directory' | 'symlink'
  /** Permission bits. */
  readonly mode: number
  /** Where a symbolic link points; empty for others. */
  readonly link: string
  readonly stats: Stats
}

/**
 * Lists what a build of this folder sends to the engine, sorted by path: what `.dockerignore` keeps (or, as in BuildKit,
 * the ignore file named after the Dockerfile), and always the Dockerfile and `.dockerignore`, which the engine reads
 * and then drops where they are ignored. Left out besides: Shoal's own `.shoal`, which changes with every command, and
 * sockets and devices. Throws `image-build` when the folder or the Dockerfile is missing, or the ignore file malformed.
 */
export async function listContext(contextDir: string, dockerfile: string): Promise<ContextEntry[]> {
  const recipe = posix.normalize(dockerfile.replaceAll('\\', '/'))
  checkBuildFiles(contextDir, recipe)
  const ignore = readIgnore(contextDir, recipe)
  const breathe = createBreather()
  const found: ContextEntry[] = []

  const visit = async (folder: string): Promise<boolean> => {
    let kept = false
    for (const name of readdirSync(join(contextDir, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (name === '.shoal') continue
      await breathe()
      const needed = path === recipe || path === '.dockerignore'
      const out = !needed && ignore.leavesOut(path)
      const entry = describe(contextDir, path)
      if (entry === undefined) continue
      if (entry.type !== 'directory') {
        if (out) continue
        found.push(entry)
        kept = true
        continue
      }
      if (out && !ignore.mayHoldExceptions(path) && !recipe.startsWith(`${path}/`)) continue
      const position = found.length
      const used = await visit(path)
      // A folder that is ignored itself is sent as the parent of what is not.
      if (out && !used) continue
      found.splice(position, 0, entry)
      kept = true
    }
    return kept
  }

  await visit('')
  return found
}

function describe(contextDir: string, path: string): ContextEntry | undefined {
  const absolute = join(contextDir, path)
  const stats = lstatSync(absolute, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  // Windows has no permission bits; Docker's own client sends 0755 from there.
  const mode = process.platform === 'win32' ? 0o755 : stats.mode & 0o7777
  const common = { path, absolute, mode, stats }
  if (stats.isSymbolicLink()) return { ...common, type: 'symlink', link: readlinkSync(absolute) }
  if (stats.isDirectory()) return { ...common, type: 'directory', link: '' }
  if (stats.isFile()) return { ...common, type: 'file', link: '' }
  return undefined
}

function checkBuildFiles(contextDir: string, recipe: string): void {
  if (!statSync(contextDir, { throwIfNoEntry: false })?.isDirectory())
    throw refused(`the folder ${contextDir} does not exist`, 'Correct `build.context` in compose.yaml.')
  if (isAbsolute(recipe) || recipe.startsWith('../'))
    throw refused(
      `the Dockerfile ${recipe} lies outside its context ${contextDir}`,
      'Move it into the context.',
    )
  if (!statSync(join(contextDir, recipe), { throwIfNoEntry: false })?.isFile())
    throw refused(
      `there is no ${recipe} in ${contextDir}`,
      'Add a Dockerfile, or correct `build.dockerfile` in compose.yaml.',
    )
}

function readIgnore(contextDir: string, recipe: string): Ignore {
  const name = [`${recipe}.dockerignore`, '.dockerignore'].find((candidate) =>
    statSync(join(contextDir, candidate), { throwIfNoEntry: false })?.isFile(),
  )
  if (name === undefined) return parseIgnore('')
  try {
    return parseIgnore(readFileSync(join(contextDir, name), 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw refused(`${join(contextDir, name)}, ${error.message}`, 'Correct the pattern.')
  }
}

function refused(reason: string, hint: string): ShoalError {
  return new ShoalError('image-build', `No image was built: ${reason}. Older images were kept.`, hint)
}
