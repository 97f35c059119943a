import { instanceColor } from '../../model/instance-color.ts'

/** Who served a request, in short: `app-2`, or Caddy where no instance was asked. Pure. */
export function servedName(index: number | null): string {
  return index === null ? 'Caddy' : `app-${index}`
}

/** The colour of who served, the same in charts, table and list. Pure. */
export function servedColor(index: number | null): string {
  return index === null ? 'var(--text-faint)' : instanceColor(index)
}
