import type { Snapshot } from '../../contract/models.ts'
import { shortName } from './summary.ts'

/** What becomes of containers that new ones take the place of, in words. Pure. */
export function replacementWords(
  replaced: readonly string[],
  snapshot: Pick<Snapshot, 'project' | 'instances'> | null,
): string {
  const names = new Set(snapshot?.instances.map(({ name }) => name))
  const instances = replaced.filter((name) => names.has(name))
  const others = replaced.filter((name) => !names.has(name))
  const list = (containers: readonly string[]) => listed(shortNames(containers, snapshot?.project ?? ''))
  const words = [
    instances.length === 1 && `${list(instances)} is replaced once its successor is healthy.`,
    instances.length > 1 &&
      `${list(instances)} are replaced one after another, each once its successor is healthy.`,
    others.length === 0 && 'No request is lost.',
    others.length > 0 &&
      `${list(others)} ${others.length === 1 ? 'is' : 'are'} replaced too: what needs ${others.length === 1 ? 'it' : 'them'} waits meanwhile, or fails.`,
  ]
  return words.filter(Boolean).join(' ')
}

/** The names of containers as the window says them. Pure. */
export function shortNames(containers: readonly string[], project: string): string[] {
  return containers.map((name) => shortName(project, name))
}

/** "a", "a and b", "a, b and c". Pure. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
