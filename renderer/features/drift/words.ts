import type { Drift } from '../../../contract/drift.ts'
import type { Snapshot } from '../../../contract/models.ts'
import { listed, replacementWords } from '../../model/replacement-words.ts'

type Differing = Extract<Drift, { state: 'differs' }>

/** Which files were edited, as far as that is known: "compose.yaml and .env were edited." Pure. */
export function headline({ edits, differences }: Differing): string {
  const caddyfile = differences.some(({ what }) => what === 'Caddyfile changed')
  const files = [...new Set(edits.map(({ file }) => file)), ...(caddyfile ? ['Caddyfile'] : [])]
  if (files.length === 0) return 'What runs is not what the project’s files say.'
  return `${listed(files)} ${files.length === 1 ? 'was' : 'were'} edited. Nothing is applied before you say so.`
}

/** What applying would do, in words. Pure. */
export function consequence(
  { replaced, plan, differences }: Differing,
  snapshot: Pick<Snapshot, 'project' | 'instances'> | null,
): string {
  if (replaced.length > 0) return replacementWords(replaced, snapshot)
  const scale = differences.find(({ what }) => what.startsWith('scale '))
  if (scale)
    return `Applying changes the ${scale.what.replace('->', 'to').replace('scale ', 'scale from ')}. No request is lost.`
  if (plan.operations.some(({ verb }) => verb === 'reload'))
    return 'Applying has Caddy load it in the same process. No container is replaced.'
  return 'Applying replaces no container.'
}
