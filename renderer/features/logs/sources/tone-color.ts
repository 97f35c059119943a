import { instanceColor } from '../../../model/instance-color.ts'
import type { Tone } from '../text/span.ts'

/** A tone as CSS writes it. */
export function toneColor(tone: Tone): string {
  const index = /^instance-(\d+)$/.exec(tone)?.[1]
  if (index !== undefined) return instanceColor(Number(index))
  return tone === 'accent' ? 'var(--accent)' : 'var(--text-faint)'
}
