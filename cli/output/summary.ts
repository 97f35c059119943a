import type { Instance, Snapshot } from '../../contract/models.ts'
import type { Paint } from './paint.ts'

/** What a command left, in two lines: where the stack answers, and which instances take traffic. */
export function summary(snapshot: Snapshot, paint: Paint): string {
  if (snapshot.state === 'down') return `${paint.bold(snapshot.project)} is down`
  if (snapshot.state === 'stopped') return `${paint.bold(snapshot.project)} is stopped`
  const lines = [trafficLine(snapshot, paint)]
  return (snapshot.url ? [paint.bold(paint.cyan(snapshot.url)), ...lines] : lines).join('\n')
}

/** `2 of 3 instances take traffic: app-1 app-2, not app-3 (unhealthy: 503)`. */
function trafficLine(snapshot: Snapshot, paint: Paint): string {
  const taking = snapshot.instances.filter(({ inRotation }) => inRotation)
  const others = snapshot.instances.filter(({ inRotation }) => !inRotation)
  const names = taking.length > 0 ? `: ${taking.map(({ name }) => name).join(' ')}` : ''
  const except = others.length > 0 ? `, not ${others.map(nameWithReason).join(', ')}` : ''
  return `${trafficCount(snapshot, paint)}${names}${except}`
}

/** `2 of 3 instances take traffic`, in green when it is all of them. */
export function trafficCount({ instances, scale }: Snapshot, paint: Paint): string {
  const taking = instances.filter(({ inRotation }) => inRotation).length
  const wanted = Math.max(scale.wanted, instances.length)
  const text = `${taking} of ${wanted} ${wanted === 1 ? 'instance takes' : 'instances take'} traffic`
  return taking === wanted ? paint.green(text) : paint.yellow(text)
}

function nameWithReason({ name, state, health, reason }: Instance): string {
  const why = state === 'running' ? health : state
  return `${name} (${reason ? `${why}: ${reason}` : why})`
}
