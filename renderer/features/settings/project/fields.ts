import type { ProjectSettings } from '../../../../contract/project.ts'

export type FieldName = keyof ProjectSettings

/** How a setting of a project is shown: what a person types is its value in units. */
export interface Field {
  readonly name: FieldName
  readonly label: string
  readonly about: string
  /** Behind the number. */
  readonly unit: string
  /** How much of the engine's own measure one unit is: 1 instance, or 1,000 milliseconds. */
  readonly size: number
  /** In units, as `projectChangeSchema` has them. */
  readonly min: number
  readonly max: number
  readonly step: number
}

export const FIELDS: readonly Field[] = [
  {
    name: 'maxScale',
    label: 'Maximum scale',
    about: 'How far the slider goes: Caddy keeps a place for each of so many instances.',
    unit: 'instances',
    size: 1,
    min: 1,
    max: 50,
    step: 1,
  },
  {
    name: 'healthInterval',
    label: 'Health interval',
    about: 'Time between two of Caddy’s health checks of one instance: a sick one is out after so long.',
    unit: 'seconds',
    size: 1_000,
    min: 0.1,
    max: 600,
    step: 0.5,
  },
  {
    name: 'drainDeadline',
    label: 'Drain deadline',
    about: 'How long an instance that leaves may finish the requests it has.',
    unit: 'seconds',
    size: 1_000,
    min: 0,
    max: 3_600,
    step: 5,
  },
  {
    name: 'readyDeadline',
    label: 'Ready deadline',
    about: 'How long a new instance may take until it is healthy; after that a rollout goes back.',
    unit: 'seconds',
    size: 1_000,
    min: 1,
    max: 3_600,
    step: 5,
  },
]

/** What was typed as the engine measures it, or why it cannot be. Pure. */
export function parseField(
  { label, unit, size, min, max }: Field,
  typed: string,
): { readonly value: number } | { readonly wrong: string } {
  const number = typed.trim() === '' ? Number.NaN : Number(typed)
  const whole = size > 1 || Number.isInteger(number)
  if (!Number.isFinite(number) || !whole || number < min || number > max)
    return { wrong: `${label} is a ${size > 1 ? '' : 'whole '}number of ${unit} from ${min} to ${max}.` }
  return { value: Math.round(number * size) }
}

/** A value of the engine's in units. Pure. */
export function fieldText({ size }: Field, value: number): string {
  return String(Math.round((value / size) * 1_000) / 1_000)
}
