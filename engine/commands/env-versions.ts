import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { findVersion, readVersions } from '../env/versions.ts'
import type { Host } from './host.ts'
import { readEnv } from './keep-files.ts'
import { readVariables } from './read-variables.ts'
import { changedKeys } from './rewrite-env.ts'

/** The former texts of `.env` that are kept, newest first. */
export async function listEnvVersions(
  host: Host,
  { directory }: CallParams<'env.versions'>,
): Promise<CallOutput<'env.versions'>> {
  const present = readVariables(host, (await readEnv(directory)) ?? '')
  const versions = (await readVersions(directory)).map(({ id, at, refused, text }) => ({
    id,
    at,
    refused,
    differs: changedKeys(readVariables(host, text), present),
  }))
  return { versions }
}

/** One of them; its text is secret. Throws `unknown-name`. */
export async function readEnvVersion({
  directory,
  id,
}: CallParams<'env.version'>): Promise<CallOutput<'env.version'>> {
  const { text } = await findVersion(directory, id)
  return { text }
}
