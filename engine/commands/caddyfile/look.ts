import { isDeepStrictEqual } from 'node:util'
import type { CallOutput, CallParams } from '../../../contract/calls.ts'
import { ShoalError } from '../../../contract/errors.ts'
import type { Host } from '../host.ts'
import { lookAround, type RunningCaddy } from './examiner.ts'
import { caddyfileOf, hashOf } from './file.ts'
import { findProblems, refused } from './problems.ts'

/**
 * A project's Caddyfile beside what Caddy runs. Without an engine, or a Caddy that answers, the file alone.
 * Throws `caddyfile-invalid` when it can't be opened, and what `loadProject` throws.
 */
export async function readCaddyfileCall(
  host: Host,
  { directory }: CallParams<'caddyfile.read'>,
): Promise<CallOutput<'caddyfile.read'>> {
  const { text, exists, path } = await caddyfileOf(directory)
  const file = { text, exists, path, hash: hashOf(text) }
  const around = await lookAround(host, directory).catch((error) => {
    if (ShoalError.from(error).code.startsWith('engine-')) return undefined
    throw error
  })
  const running = around?.running
  const caddy = around?.caddy ?? 'absent'
  if (running === undefined) return { ...file, caddy, state: 'unknown', running: null, problem: null }
  const examined = await running.link.admin.examine(text)
  if ('config' in examined && isDeepStrictEqual(examined.config, running.config))
    return { ...file, caddy, state: 'same', running: text, problem: null }
  const problem = 'refusal' in examined ? refused(examined.refusal) : null
  const state = problem ? 'invalid' : 'differs'
  return { ...file, caddy, state, running: (await runningText(running)) ?? null, problem }
}

/** What Caddy runs as a Caddyfile: the one that it took last, if that still means what runs. */
async function runningText({ link, config }: RunningCaddy): Promise<string | undefined> {
  const kept = await link.kept.read().catch(() => undefined)
  if (kept === undefined) return undefined
  const examined = await link.admin.examine(kept)
  return 'config' in examined && isDeepStrictEqual(examined.config, config) ? kept : undefined
}

/** What Caddy runs, as JSON. */
export async function readRunning(
  host: Host,
  { directory }: CallParams<'caddyfile.running'>,
): Promise<CallOutput<'caddyfile.running'>> {
  const { running, caddy } = await lookAround(host, directory)
  if (running) return { config: running.config }
  throw new ShoalError(
    'caddy-unreachable',
    caddy === 'silent' ? 'Caddy does not answer, so it can not tell what it runs.' : 'Caddy does not run.',
    caddy === 'silent' ? 'Look at its log: shoal logs caddy' : 'Start the stack: shoal up',
  )
}

/** Has Caddy look at a text. Throws what `lookAround` and the examiner throw. */
export async function checkCaddyfileText(
  host: Host,
  { directory, text, thorough }: CallParams<'caddyfile.check'>,
): Promise<CallOutput<'caddyfile.check'>> {
  const { project, running, examiner: ask } = await lookAround(host, directory)
  const examiner = await ask()
  const { problems, config } = await findProblems(text, project, examiner, thorough)
  const differs = running && config !== undefined ? !isDeepStrictEqual(config, running.config) : null
  return { problems, by: examiner.by, differs }
}

/** A text as `caddy fmt` writes it. */
export async function formatCaddyfile(
  host: Host,
  { directory, text }: CallParams<'caddyfile.format'>,
): Promise<CallOutput<'caddyfile.format'>> {
  const { examiner } = await lookAround(host, directory)
  const formatted = await (await examiner()).format(text)
  // Caddy writes \n only, and drops a byte order mark.
  const mark = text.startsWith('\uFEFF') && !formatted.startsWith('\uFEFF') ? '\uFEFF' : ''
  const lines = text.includes('\r\n') ? formatted.replace(/\r?\n/g, '\r\n') : formatted
  return { text: `${mark}${lines}` }
}
