import type { CallOutput, CallParams } from '../../../contract/calls.ts'
import { caddyfileOf, caddyVersions } from './file.ts'

/** The former Caddyfiles that are kept, newest first. */
export async function listCaddyVersions({
  directory,
}: CallParams<'caddyfile.versions'>): Promise<CallOutput<'caddyfile.versions'>> {
  const { text: present } = await caddyfileOf(directory)
  const versions = (await caddyVersions.read(directory)).map(({ id, at, refused, text }) => ({
    id,
    at,
    refused,
    differs: differingLines(text, present),
  }))
  return { versions }
}

/** One of them. Throws `unknown-name`. */
export async function readCaddyVersion({
  directory,
  id,
}: CallParams<'caddyfile.version'>): Promise<CallOutput<'caddyfile.version'>> {
  const { text } = await caddyVersions.find(directory, id)
  return { text }
}

/** How many lines of one text the other does not have, either way; a line that moved counts for nothing. */
function differingLines(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (const line of a.split(/\r?\n/)) counts.set(line, (counts.get(line) ?? 0) + 1)
  for (const line of b.split(/\r?\n/)) counts.set(line, (counts.get(line) ?? 0) - 1)
  const [gone, come] = [[...counts.values()].filter((n) => n > 0), [...counts.values()].filter((n) => n < 0)]
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + Math.abs(n), 0)
  return Math.max(sum(gone), sum(come))
}
