import type { Instance, ServiceStatus, Snapshot, StackState } from '../../contract/models.ts'
import { formatSpan } from './duration.ts'
import type { Paint, Painter } from './paint.ts'
import { trafficCount } from './summary.ts'
import { type Cell, table } from './table.ts'

/**
 * A snapshot for people.
 * @param now milliseconds since the epoch, from which uptimes are counted
 */
export function statusText(snapshot: Snapshot, paint: Paint, now: number = snapshot.at): string {
  const { project, directory, state, url, engine, instances, services, caddy, scale } = snapshot
  const answers = url !== null && (state === 'running' || state === 'partial')
  const head = [paint.bold(project), stateColour(state, paint)(state), ...(answers ? [paint.cyan(url)] : [])]
  const silent = caddy === 'silent' ? [paint.yellow('Caddy does not answer: traffic cannot be told.')] : []
  const blocks = [
    [
      head.join('  '),
      ...(state === 'down' ? [] : [`${trafficCount(snapshot, paint)} (up to ${scale.max})`]),
      ...silent,
    ],
    instances.length > 0 ? instanceTable(instances, paint, now) : [],
    services.length > 0 ? serviceTable(services, paint) : [],
    [paint.dim(directory), paint.dim(`${engine.name} ${engine.version} at ${engine.host}`)],
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

function instanceTable(instances: readonly Instance[], paint: Paint, now: number): string[] {
  const titles = ['INSTANCE', 'STATUS', 'TRAFFIC', 'IN FLIGHT', 'STREAMS', 'UPTIME', 'RESTARTS', '']
  const numbers = new Set(['IN FLIGHT', 'STREAMS', 'RESTARTS'])
  const head = titles.map((text) => ({ text, paint: paint.dim, right: numbers.has(text) }))
  return table([head, ...instances.map((instance) => instanceRow(instance, paint, now))])
}

function instanceRow(instance: Instance, paint: Paint, now: number): (string | Cell)[] {
  const { name, state, inRotation, inFlight, streams, startedAt, restarts } = instance
  const up = state === 'running' && startedAt !== null
  return [
    name,
    status(instance, paint),
    inRotation ? { text: 'yes', paint: paint.green } : { text: 'no', paint: paint.yellow },
    { text: String(inFlight ?? '-'), right: true },
    { text: String(streams ?? '-'), right: true },
    up ? formatSpan(now - startedAt) : '-',
    { text: String(restarts), right: true },
    { text: remarks(instance), paint: paint.dim },
  ]
}

function remarks({ reason, current }: Instance): string {
  return [reason, current ? '' : 'runs an older configuration'].filter(Boolean).join('; ')
}

function serviceTable(services: readonly ServiceStatus[], paint: Paint): string[] {
  const head = ['SERVICE', 'STATUS', 'IMAGE'].map((text) => ({ text, paint: paint.dim }))
  return table([head, ...services.map((service) => [service.name, status(service, paint), service.image])])
}

/** One word: the health of what runs and has one, else the container's state. */
function status({ state, health }: Instance | ServiceStatus, paint: Paint): Cell {
  const told = state === 'running' && health !== 'none' && health !== 'unknown'
  const word = told ? health : state
  return { text: word, paint: wordColour(word, paint) }
}

function wordColour(word: Instance['state'] | Instance['health'] | 'none', paint: Paint): Painter {
  if (word === 'running' || word === 'healthy') return paint.green
  if (word === 'unhealthy' || word === 'dead' || word === 'restarting') return paint.red
  return word === 'absent' ? paint.dim : paint.yellow
}

function stateColour(state: StackState, paint: Paint): Painter {
  if (state === 'running') return paint.green
  return state === 'partial' ? paint.yellow : paint.dim
}
