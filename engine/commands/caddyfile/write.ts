import type { CallOutput, CallParams, Outcome } from '../../../contract/calls.ts'
import { ShoalError } from '../../../contract/errors.ts'
import { writeText } from '../../files/write-text.ts'
import { printPlan } from '../../stack/plan/print.ts'
import type { Host } from '../host.ts'
import { locked } from '../locked.ts'
import { operate } from '../operate.ts'
import { planReload } from '../plan-reload.ts'
import { caddyfilePath, readCaddyfile } from '../view.ts'
import { lookAround } from './examiner.ts'
import { caddyVersions, hashOf } from './file.ts'
import { findProblems } from './problems.ts'

const COMMAND = 'caddy write'

/**
 * Replaces a project's Caddyfile and has Caddy load it. The text is checked first, the former one is kept as a version, and
 * put back when Caddy can't load the new one.
 *
 * @throws ShoalError `file-changed` under the project's lock, `caddyfile-invalid` with the line, `caddy-unreachable`; the
 * file is then as it was, and Caddy goes on with what it has.
 */
export async function writeCaddyfile(
  host: Host,
  { directory, text, expected, apply }: CallParams<'caddyfile.write'>,
  signal?: AbortSignal,
): Promise<CallOutput<'caddyfile.write'>> {
  await requireGood(host, directory, text)
  const present = async (): Promise<string> => {
    const before = await readCaddyfile(directory)
    if (expected !== undefined && before !== text && hashOf(before) !== expected) throw changedMeanwhile()
    return before
  }
  let before = ''
  let kept: string | undefined
  const commit = async () => {
    before = await present()
    if (before === text) return
    kept = before === '' ? undefined : await caddyVersions.keep(directory, before)
    try {
      await writeText(caddyfilePath(directory), text)
    } catch (error) {
      if (kept !== undefined) await caddyVersions.forget(directory, kept)
      throw error
    }
  }
  const hash = hashOf(text)
  if (!apply) {
    await locked(host, { directory, command: COMMAND, signal }, commit)
    return { plan: { operations: [] }, text: printPlan({ operations: [] }), applied: false, hash }
  }
  const outcome = await operate(host, {
    directory,
    command: COMMAND,
    signal,
    editCaddyfile: () => text,
    plan: async (view, connection) => {
      await present()
      return await planReload(view, connection, 'Caddyfile changed')
    },
    commit,
    revert: async () => {
      if (before === text) return undefined
      await writeText(caddyfilePath(directory), before)
      if (kept !== undefined) await caddyVersions.forget(directory, kept)
      await caddyVersions.keep(directory, text, { refused: true })
      return 'The Caddyfile was put back as it was; the refused one is kept among its versions.'
    },
  })
  return { ...outcome, applied: outcome.plan.operations.length > 0, hash }
}

/** Has Caddy load the Caddyfile as it is. Throws `caddyfile-invalid` and `caddy-unreachable`. */
export async function reloadCaddyfile(
  host: Host,
  { directory, dryRun }: CallParams<'caddyfile.reload'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  return await operate(host, {
    directory,
    command: 'caddy reload',
    dryRun,
    signal,
    plan: async (view, connection) => {
      if (view.seen.caddy.state === 'absent') throw notRunning()
      return await planReload(view, connection, 'Caddyfile changed')
    },
  })
}

/** Refuses a text that Caddy would not take, or that would cut Shoal off. */
async function requireGood(host: Host, directory: string, text: string): Promise<void> {
  const { project, examiner } = await lookAround(host, directory)
  const { problems } = await findProblems(text, project, await examiner(), true)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return
  const where = first.line === null ? '' : `line ${first.line}: `
  throw new ShoalError(
    'caddyfile-invalid',
    `The Caddyfile was left as it was: ${where}${first.message}`,
    first.repairable ? 'Repair adds what is missing.' : first.hint,
    {
      details: errors
        .slice(1)
        .map(({ line, message }) => `${line === null ? '' : `line ${line}: `}${message}`),
    },
  )
}

function changedMeanwhile(): ShoalError {
  return new ShoalError(
    'file-changed',
    'The Caddyfile was changed by somebody else while you edited it; the file was left as it was.',
    'Load it again and repeat your changes, or write yours over it.',
  )
}

function notRunning(): ShoalError {
  return new ShoalError(
    'caddy-unreachable',
    'Caddy does not run, so there is nothing to reload; nothing was changed.',
    'Start the stack: shoal up',
  )
}
