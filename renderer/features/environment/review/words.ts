import type { EnvChange } from '../../../../contract/env.ts'
import type { Snapshot } from '../../../../contract/models.ts'
import { replacementWords } from '../../../model/replacement-words.ts'

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
