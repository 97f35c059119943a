import type { Docker, LogEntry } from '../docker/gateway.ts'
import type { LogSource } from '../logs/source.ts'
import { isMeant } from '../names/match.ts'
import { watchHappenings } from './happenings.ts'
import type { Host } from './host.ts'

/** What happens to the named containers of a project, as a log beside theirs. */
export function eventSource(
  host: Host,
  docker: Docker,
  project: { directory: string; project: string },
  { names, signal }: { names: readonly string[]; signal: AbortSignal },
): LogSource {
  const wants = (origin: { name: string; service: string; index: number }) =>
    names.length === 0 || names.some((name) => isMeant(name, origin))
  async function* read({ follow, signal: own }: { follow: boolean; signal?: AbortSignal }) {
    if (!follow) return
    const until = own === undefined ? signal : AbortSignal.any([own, signal])
    for await (const happening of watchHappenings(host, docker, project, until)) {
      const { at: time, container: name, service, index } = happening
      if (!wants({ name, service, index })) continue
      const entry: LogEntry = { time, nanos: 0, stamp: '', stream: 'stdout', text: JSON.stringify(happening) }
      yield entry
    }
  }
  return { id: 'events', name: '', service: '', index: 0, events: true, own: { name: 'events', read } }
}
