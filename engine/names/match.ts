import { ShoalError } from '../../contract/errors.ts'

/** A container of a project, as far as its names go. */
export interface Named {
  /** The container's name. */
  readonly name: string
  readonly service: string
  readonly index: number
}

/**
 * The records that the names mean, in the records' order, each once; all of them when no name is given. A name is a
 * service (`app`), a container name (`web-app-2`) or an instance (`app-2`), tried in this order.
 * Throws `unknown-name` with a list of what there is.
 */
export function matchNames<T extends Named>(
  names: readonly string[],
  records: readonly T[],
  project: string,
): T[] {
  if (names.length === 0) return [...records]
  const matched = new Set(names.flatMap((name) => matchName(name, records, project)))
  return records.filter((record) => matched.has(record))
}

/** What a name can mean, in the order in which it is tried. */
const MEANINGS: readonly ((name: string, record: Named) => boolean)[] = [
  (name, { service }) => service === name,
  (name, record) => record.name === name,
  (name, { service, index }) => `${service}-${index}` === name,
]

/** Whether a name means any of the records. */
export function isKnownName(name: string, records: readonly Named[]): boolean {
  return records.some((record) => isMeant(name, record))
}

/** Whether a name can mean a record. */
export function isMeant(name: string, record: Named): boolean {
  return MEANINGS.some((means) => means(name, record))
}

function matchName<T extends Named>(name: string, records: readonly T[], project: string): T[] {
  for (const means of MEANINGS) {
    const found = records.filter((record) => means(name, record))
    if (found.length > 0) return found
  }
  throw new ShoalError(
    'unknown-name',
    `There is no "${name}" in project ${project}; nothing was done.`,
    records.length === 0
      ? 'The project has no containers; start it with `shoal up`.'
      : `There are: ${listNames(records)}.`,
  )
}

/** "app (app-1, app-2), caddy": a service with one container needs no instance names. */
function listNames(records: readonly Named[]): string {
  const services = [...new Set(records.map((record) => record.service))]
  return services
    .map((service) => {
      const indices = records.filter((record) => record.service === service).map((record) => record.index)
      return indices.length === 1
        ? service
        : `${service} (${indices.map((index) => `${service}-${index}`).join(', ')})`
    })
    .join(', ')
}
