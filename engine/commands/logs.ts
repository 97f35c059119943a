import type { LogLine } from '../../contract/models.ts'
import type { StreamParams } from '../../contract/streams.ts'
import { loadProject } from '../project/load.ts'
import { observe } from '../stack/observe/observe.ts'
import { select } from '../stack/plan/select.ts'
import type { Host } from './host.ts'

/** Log lines of the named services and instances. */
export async function* readProjectLogs(
  host: Host,
  input: StreamParams<'logs.read'>,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const { docker, links } = await host.connect()
  const { name } = await loadProject(input.directory, { environment: host.environment })
  const { instances } = select(await observe(docker, links.of, name), input.names)
  for (const { container, index } of instances)
    for await (const entry of docker.logs(container.id, { follow: input.follow, tail: input.tail, signal }))
      yield {
        time: entry.time,
        service: 'app',
        container: container.name,
        index,
        stream: entry.stream,
        text: entry.text,
      }
}
