import type { ErrorCode } from '../../contract/errors.ts'
import type { Attempt, EngineInfo } from '../../contract/models.ts'

const PROBLEMS: Partial<Record<ErrorCode, string>> = {
  'engine-not-installed': 'Docker is not installed',
  'engine-stopped': 'Docker is not running',
  'engine-permission': 'Docker does not let you in',
  'engine-context': 'Docker is pointed at nothing that works',
  'engine-too-old': 'Docker is too old',
}

/** What is wrong with Docker, in a few words. Pure. */
export function dockerProblem(code: ErrorCode): string {
  return PROBLEMS[code] ?? 'Docker cannot be reached'
}

/** Where an engine is: "on this machine", "on build.example.com over ssh". Pure. */
export function hostWords(host: string): string {
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/i.exec(host) ?? []
  if (scheme === '' || scheme === 'unix' || scheme === 'npipe') return 'on this machine'
  const name = rest.replace(/^[^@/]*@/, '').replace(/\/.*$/, '')
  return scheme === 'ssh' ? `on ${name} over ssh` : `on ${name}`
}

const RESULTS: Readonly<Record<string, string>> = {
  ok: 'answers',
  absent: 'nothing there',
  refused: 'nobody listens',
  denied: 'no permission',
  timeout: 'no answer in time',
  error: 'not a Docker engine',
}

/** What came of looking for Docker in one place, for people. Pure. */
export function attemptWords({ result }: Pick<Attempt, 'result'>): string {
  return RESULTS[result] ?? result
}

/** The place itself, without the scheme that every socket has. Pure. */
export function placeWords(host: string): string {
  return host.replace(/^(?:unix|npipe):\/\//, '')
}

/** An engine by name and version, without what a distribution adds to it: "Docker 20.10.24". Pure. */
export function engineWords({ name, version }: Pick<EngineInfo, 'name' | 'version'>): string {
  return `${name === 'Docker Engine' ? 'Docker' : name} ${version.replace(/\+.*$/, '')}`
}
