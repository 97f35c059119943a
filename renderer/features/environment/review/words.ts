import type { EnvChange } from '../../../../contract/env.ts'
import type { Snapshot } from '../../../../contract/models.ts'
import { shortName } from '../../../model/summary.ts'

interface Subject {
  readonly changes: readonly EnvChange[]
  /** Containers that new ones would take the place of. */
  readonly replaced: readonly string[]
  readonly snapshot: Pick<Snapshot, 'project' | 'state' | 'instances'> | null
  /** Whether Docker answers. */
  readonly docker: boolean
}

/** What applying would do to the containers, in words. Pure. */
export function consequence({ changes, replaced, snapshot, docker }: Subject): string {
  if (!docker)
    return 'Docker does not answer, so nobody knows what this replaces, and nothing can be applied.'
  if (snapshot && (snapshot.state === 'down' || snapshot.state === 'stopped'))
    return 'The stack does not run, so nothing restarts. The values count from its next start.'
  if (replaced.length > 0) return replacementWords(replaced, snapshot)
  return changes.length === 0
    ? 'Only comments or layout change, so nothing restarts.'
    : 'No container uses what changes, so nothing restarts.'
}

function replacementWords(replaced: readonly string[], snapshot: Subject['snapshot']): string {
  const names = new Set(snapshot?.instances.map(({ name }) => name))
  const instances = replaced.filter((name) => names.has(name))
  const others = replaced.filter((name) => !names.has(name))
  const list = (containers: readonly string[]) => listed(shortNames(containers, snapshot?.project ?? ''))
  const words = [
    instances.length === 1 &&
      `${list(instances)} is replaced once its successor is healthy. No request is lost.`,
    instances.length > 1 &&
      `${list(instances)} are replaced one after another, each once its successor is healthy. No request is lost.`,
    others.length > 0 && `${list(others)} ${others.length === 1 ? 'is' : 'are'} replaced too.`,
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
