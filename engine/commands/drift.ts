import { join, relative } from 'node:path'
import type { Drift, FileEdit } from '../../contract/drift.ts'
import { type ErrorCode, ShoalError } from '../../contract/errors.ts'
import { editsBetween } from '../applied/edits.ts'
import { flattenYaml } from '../applied/flatten.ts'
import { keepApplied, readApplied } from '../applied/store.ts'
import { readText } from '../files/read-text.ts'
import { planConverge } from '../stack/plan/converge.ts'
import { findDifferences } from '../stack/plan/differences.ts'
import { replacedContainers } from '../stack/plan/replaced.ts'
import { toPlan } from '../stack/plan/step.ts'
import { checkCaddyfile } from './caddyfile.ts'
import type { Connection, Host } from './host.ts'
import { readVariables } from './read-variables.ts'
import { isRunning, type View, view } from './view.ts'

/** What a file that is being edited may be at fault with. */
const FAULTS: ReadonlySet<ErrorCode> = new Set([
  'caddyfile-invalid',
  'env-invalid',
  'project-invalid',
  'scale-out-of-range',
])

const ENV = '.env'

/** Compares a project's files with what runs. Throws what Docker throws, and `project-not-found`. */
export async function findDrift(host: Host, connection: Connection, directory: string): Promise<Drift> {
  try {
    const now = await view(host, connection, directory)
    if (!isRunning(now)) return { state: 'none' }
    const { seen, wanted } = now
    const reload = await checkCaddyfile(now, connection)
    const differences = findDifferences(seen, wanted, reload)
    if (differences.length === 0) return { state: 'none' }
    const steps = planConverge(seen, wanted, { scale: wanted.app.replicas, cause: 'up', reload })
    return {
      state: 'differs',
      differences,
      edits: await readEdits(host, now),
      plan: toPlan(steps),
      replaced: replacedContainers(seen, steps),
    }
  } catch (thrown) {
    const error = ShoalError.from(thrown)
    if (FAULTS.has(error.code)) return { state: 'invalid', error: error.toData() }
    throw error
  }
}

/** Notes the files that are applied now, where what runs is what they say: later edits are compared with them. */
export async function noteApplied(now: View): Promise<void> {
  if (!isRunning(now) || findDifferences(now.seen, now.wanted, false).length > 0) return
  await keepApplied(now.project.directory, [...composeFilesOf(now), ENV])
}

const composeFilesOf = ({ project }: View): string[] =>
  project.files.map((path) => relative(project.directory, path))

async function readEdits(host: Host, now: View): Promise<FileEdit[]> {
  const { directory } = now.project
  const variables = (text: string) => new Map(Object.entries(readVariables(host, text)))
  const edits = await Promise.all(
    [...composeFilesOf(now), ENV].map(async (name) => {
      const before = await readApplied(directory, name)
      const text = await readText(join(directory, name)).catch(() => undefined)
      if (before === undefined || before === (text ?? '')) return []
      const read = name === ENV ? variables : flattenYaml
      const [old, next] = [read(before), read(text ?? '')]
      return old && next ? editsBetween(name, old, next) : []
    }),
  )
  return edits.flat()
}
