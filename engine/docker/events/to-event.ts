import type { ContainerEvent } from '../gateway.ts'

/** One line of the event stream, as far as every engine fills it: API 1.52 dropped `status`, `id` and `from`. */
export interface EventMessage {
  readonly Type?: string
  readonly Action?: string
  readonly Actor?: { readonly ID?: string; readonly Attributes?: Readonly<Record<string, string>> }
  /** Seconds since the epoch. */
  readonly time?: number
  readonly timeNano?: number
}

/** The actions that change what a snapshot shows. */
export const ACTIONS: readonly string[] = [
  'create',
  'start',
  'restart',
  'die',
  'oom',
  'kill',
  'stop',
  'pause',
  'unpause',
  'destroy',
  'rename',
  'health_status',
]

/** Podman's own words for two of them. */
const SYNONYMS: Readonly<Record<string, string>> = { died: 'die', remove: 'destroy' }

/** Docker mixes these in with the labels. */
const NOT_LABELS = new Set(['name', 'image', 'exitCode', 'signal', 'execDuration', 'oldName'])

/** A container event in our words; undefined for everything else, health probes' exec events among it. */
export function toEvent(message: EventMessage): ContainerEvent | undefined {
  const word = (message.Action ?? '').replace(/:.*$/s, '')
  const action = SYNONYMS[word] ?? word
  const id = message.Actor?.ID
  if (message.Type !== 'container' || id === undefined || !ACTIONS.includes(action)) return undefined
  const attributes = message.Actor?.Attributes ?? {}
  const exitCode = Number(attributes.exitCode ?? Number.NaN)
  const signal = Number(attributes.signal ?? Number.NaN)
  return {
    kind: 'container',
    id,
    name: attributes.name ?? '',
    action,
    time: message.timeNano === undefined ? (message.time ?? 0) * 1000 : Math.floor(message.timeNano / 1e6),
    labels: Object.fromEntries(Object.entries(attributes).filter(([key]) => !NOT_LABELS.has(key))),
    ...(Number.isNaN(exitCode) ? {} : { exitCode }),
    ...(Number.isNaN(signal) ? {} : { signal }),
  }
}
