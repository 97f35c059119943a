import {
  Ban,
  Check,
  CircleAlert,
  CircleStop,
  HeartCrack,
  HeartPulse,
  type LucideIcon,
  Plug,
  RotateCcw,
  Skull,
  Unplug,
  Zap,
} from 'lucide-react'
import type { TimelineEntry } from '../../../../contract/timeline.ts'

interface Mark {
  readonly Icon: LucideIcon
  readonly look: 'good' | 'bad' | 'faint' | 'warn'
}

const COMMANDS: Readonly<Record<TimelineEntry['outcome'], Mark>> = {
  done: { Icon: Check, look: 'good' },
  failed: { Icon: CircleAlert, look: 'bad' },
  cancelled: { Icon: Ban, look: 'faint' },
  superseded: { Icon: Ban, look: 'faint' },
  interrupted: { Icon: Unplug, look: 'bad' },
}

/** The sign of an entry, by what happened and whether it broke something. */
export function markOf({ kind, cause, outcome }: TimelineEntry): Mark {
  const broke = outcome === 'failed'
  if (kind === 'command') return COMMANDS[outcome]
  if (kind === 'health') return broke ? { Icon: HeartCrack, look: 'bad' } : { Icon: HeartPulse, look: 'good' }
  if (kind === 'engine') return broke ? { Icon: Unplug, look: 'bad' } : { Icon: Plug, look: 'good' }
  if (cause === 'restart-policy') return { Icon: RotateCcw, look: 'warn' }
  if (cause === 'crash') return broke ? { Icon: Skull, look: 'bad' } : { Icon: CircleStop, look: 'faint' }
  return broke ? { Icon: Zap, look: 'bad' } : { Icon: CircleStop, look: 'warn' }
}
