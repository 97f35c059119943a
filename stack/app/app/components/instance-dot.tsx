import type { CSSProperties } from 'react'
import { hueOf } from '../hue.ts'

export function InstanceDot({ name }: { name: string }) {
  return <span aria-hidden className="dot" style={{ '--hue': hueOf(name) } as CSSProperties} />
}
