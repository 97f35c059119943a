import { createHash } from 'node:crypto'
import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { Host } from './host.ts'
import { readEnv } from './keep-files.ts'
import { rewriteEnv } from './rewrite-env.ts'

/** A project's `.env` as it is; its text is secret. An absent one reads as an empty text. */
export async function readEnvFile({ directory }: CallParams<'env.read'>): Promise<CallOutput<'env.read'>> {
  const text = await readEnv(directory)
  return { text: text ?? '', exists: text !== undefined, hash: hashOf(text ?? '') }
}

/**
 * Writes a whole `.env` and rolls it out, as `rewriteEnv` does. Throws `file-changed`, under the project's lock and with
 * nothing written, when the file is not the one that was edited.
 */
export async function writeEnvFile(
  host: Host,
  { directory, text, expected, apply }: CallParams<'env.write'>,
  signal?: AbortSignal,
): Promise<CallOutput<'env.write'>> {
  const rewrite = (present: string) => {
    if (expected !== undefined && present !== text && hashOf(present) !== expected) throw changedMeanwhile()
    return text
  }
  const outcome = await rewriteEnv(host, { directory, rewrite, apply, dryRun: false, signal })
  return { ...outcome, hash: hashOf(text) }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function changedMeanwhile(): ShoalError {
  return new ShoalError(
    'file-changed',
    '.env was changed by somebody else while you edited it; the file was left as it is.',
    'Load it again and repeat your changes, or write yours over it.',
  )
}
