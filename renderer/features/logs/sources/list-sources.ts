import type { Snapshot } from '../../../../contract/models.ts'
import { isPostgres } from '../../../model/is-postgres.ts'
import type { Tone } from '../text/span.ts'

/** Something that writes a log. */
export interface Source {
  /** What the engine calls it: a service, or an instance (`app-2`). */
  readonly name: string
  /** For people. */
  readonly label: string
  readonly tone: Tone
  readonly running: boolean
  /** It belongs to the source above it. */
  readonly nested: boolean
  readonly database: boolean
}

const APP = 'app'
const LABELS: Readonly<Record<string, string>> = { caddy: 'Caddy', postgres: 'PostgreSQL', redis: 'Redis' }

/** What writes logs in a project: services, the app with each of its instances. Pure. */
export function listSources({ services, instances }: Pick<Snapshot, 'services' | 'instances'>): Source[] {
  const others = services.filter(({ name }) => name !== APP)
  return [
    ...others.map(
      ({ name, state, image }): Source => ({
        name,
        label: LABELS[name] ?? name,
        tone: 'soft',
        running: state === 'running',
        nested: false,
        database: isPostgres({ name, image }),
      }),
    ),
    {
      name: APP,
      label: 'App',
      tone: 'accent',
      running: instances.some(({ state }) => state === 'running'),
      nested: false,
      database: false,
    },
    ...instances.map(
      ({ index, state }): Source => ({
        name: `${APP}-${index}`,
        label: `${APP}-${index}`,
        tone: `instance-${index}`,
        running: state === 'running',
        nested: true,
        database: false,
      }),
    ),
  ]
}

/** The selection after one source was put in or taken out. An instance stands for itself, not beside its service. Pure. */
export function toggled(names: readonly string[], name: string): string[] {
  if (names.includes(name)) return names.filter((one) => one !== name)
  const kept = names.filter((one) => !one.startsWith(`${name}-`) && !name.startsWith(`${one}-`))
  return [...kept, name]
}

/** What is shown, in a few words: "All", "app-2", "3 sources". Pure. */
export function selectionText(names: readonly string[], sources: readonly Source[]): string {
  const [name] = names
  if (name === undefined) return 'All'
  if (names.length > 1) return `${names.length} sources`
  return sources.find((source) => source.name === name)?.label ?? name
}
