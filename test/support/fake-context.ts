import { ShoalError } from '../../contract/errors.ts'
import type { Docker } from '../../engine/docker/gateway.ts'
import type { Context, Run } from '../../engine/stack/execute/context.ts'
import type { FakeCaddy } from './fake-caddy.ts'
import { fakeDocker } from './fake-docker.ts'
import { fakeProject, fakeWanted } from './fake-stack.ts'

/** What operations work with, on a Docker that does what it is told. Nobody waits for long. */
export function fakeContext(
  docker: Partial<Docker>,
  caddies: readonly FakeCaddy[] = [],
  change: Partial<Context> = {},
): Context {
  return {
    docker: fakeDocker(docker),
    wanted: fakeWanted(fakeProject()),
    settings: {
      drainDeadline: 60_000,
      readyDeadline: 60_000,
      serviceDeadline: 60_000,
      watchInterval: 1_000,
    },
    caddies: async () => caddies.filter(({ silent }) => !silent).map(({ serving }) => serving),
    caddyfile: ':80',
    build: async () => {},
    explainPort: async (port) => new ShoalError('port-busy', `${port} is busy`),
    ...change,
  }
}

/** One operation at work, and what it reported. */
export function fakeRun(signal = new AbortController().signal): Run & { readonly reports: string[] } {
  const reports: string[] = []
  return { signal, reports, report: (detail) => void reports.push(detail) }
}

/** Docker's `logs`, of a container that said these lines. */
export function logsOf(...lines: readonly string[]): Docker['logs'] {
  return async function* () {
    for (const text of lines) yield { time: 0, stamp: '', stream: 'stderr', text }
  }
}
