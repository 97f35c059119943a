import type { TimelineEntry } from '../../contract/timeline.ts'
import type { ContainerEvent } from '../../engine/docker/gateway.ts'
import { LABELS } from '../../engine/project/labels.ts'

type Told = Partial<Pick<ContainerEvent, 'exitCode' | 'signal'>>

/** An event of Docker's about an instance of `shop`; time in seconds. */
export function dockerEvent(time: number, action: string, told: Told = {}, index = 2): ContainerEvent {
  return {
    kind: 'container',
    id: `container${index}`,
    name: `shop-app-${index}`,
    action,
    time: time * 1000,
    labels: { [LABELS.project]: 'shop', [LABELS.service]: 'app', [LABELS.number]: String(index) },
    ...told,
  }
}

/** An entry in a line: `3 s, 200 ms: app-2 crashed (exit code 1) [crash, failed]`. */
export function lineOf({ at, took, what, cause, outcome }: TimelineEntry): string {
  const lasted = took === null ? '' : `, ${took} ms`
  return `${at / 1000} s${lasted}: ${what} [${cause}${outcome === 'done' ? '' : `, ${outcome}`}]`
}

/** A command that acted on containers: each with the seconds in which its operation began and ended. */
export function commandEntry(
  spans: Readonly<Record<string, readonly [number, number]>>,
  changes: Partial<TimelineEntry> = {},
): TimelineEntry {
  const times = Object.values(spans).flat()
  const at = Math.min(...times) * 1000
  return {
    id: 'command',
    kind: 'command',
    what: 'scale 3 -> 2',
    command: 'scale 2',
    container: null,
    cause: 'shoal',
    at,
    took: Math.max(...times) * 1000 - at,
    outcome: 'done',
    operations: Object.entries(spans).map(([target, [from, to]]) => ({
      id: `stop ${target}`,
      verb: 'stop',
      target,
      cause: 'scale 3 -> 2',
      state: 'done',
      detail: '',
      at: from * 1000,
      took: (to - from) * 1000,
    })),
    requests: null,
    ...changes,
  }
}
