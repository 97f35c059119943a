import type { CallInput, CallName, CallOutput, Outcome } from '../../contract/calls.ts'
import type { CallOptions, Engine, StreamOptions } from '../../contract/engine.ts'
import type { Instance, Snapshot } from '../../contract/models.ts'
import type { StreamInput, StreamItem, StreamName } from '../../contract/streams.ts'

type Answers = {
  [N in CallName]?: (input: CallInput<N>, options: CallOptions) => Promise<CallOutput<N>> | CallOutput<N>
}
type Sources = {
  [N in StreamName]?: (input: StreamInput<N>, options: StreamOptions<N>) => AsyncIterable<StreamItem<N>>
}

export interface ScriptedEngine extends Engine {
  /** What was asked, in order, the activity stream left out. */
  readonly asked: { name: string; input: unknown }[]
}

/** The contract's engine, which records what it is asked and answers as told. An answer that was not told is an error. */
export function scriptedEngine(answers: Answers = {}, sources: Sources = {}): ScriptedEngine {
  const asked: ScriptedEngine['asked'] = []
  return {
    asked,
    call: async (name, input, options = {}) => {
      asked.push({ name, input })
      const answer = answers[name]
      if (!answer) throw new Error(`no answer told for ${name}`)
      return answer(input, options)
    },
    open: (name, input, options = {}) => {
      if (name !== 'stack.activity') asked.push({ name, input })
      return sources[name]?.(input, options) ?? nothing()
    },
    close: async () => {},
  }
}

async function* nothing(): AsyncGenerator<never> {}

/** Noon of 2026-01-01 UTC, in milliseconds. */
export const NOON = Date.UTC(2026, 0, 1, 12)

export function instance(index: number, changes: Partial<Instance> = {}): Instance {
  return {
    name: `demo-app-${index}`,
    index,
    id: `id-${index}`,
    state: 'running',
    health: 'healthy',
    reason: '',
    inRotation: true,
    inFlight: 0,
    streams: 0,
    startedAt: NOON - 200_000,
    exitCode: null,
    restarts: 0,
    current: true,
    ...changes,
  }
}

export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    project: 'demo',
    directory: '/home/ada/demo',
    state: 'running',
    url: 'http://localhost:8080',
    port: 8080,
    scale: { wanted: 2, max: 10 },
    instances: [instance(1), instance(2)],
    services: [
      { name: 'caddy', state: 'running', health: 'healthy', image: 'caddy:2.11', containers: [] },
      { name: 'postgres', state: 'running', health: 'none', image: 'postgres:18', containers: [] },
    ],
    engine: { name: 'Docker Engine', version: '28.5.0', host: 'unix:///var/run/docker.sock' },
    caddy: 'answering',
    work: null,
    at: NOON,
    ...changes,
  }
}

/** An outcome of a plan with one operation. */
export function outcome(changes: Partial<Outcome> = {}): Outcome {
  const operation = {
    id: '1',
    verb: 'start',
    target: 'demo-app-2',
    cause: 'scale 1 -> 2',
    after: [],
  } as const
  return {
    plan: { operations: [{ ...operation, after: [] }] },
    text: 'start demo-app-2  scale 1 -> 2\n',
    snapshot: snapshot(),
    ...changes,
  }
}
