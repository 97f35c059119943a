import type { CaddyProblem } from '../../../contract/caddyfile.ts'
import type { Remark } from '../../caddy/examine.ts'
import { judgeCaddyfile } from '../../caddyfile/judge/judge.ts'
import type { Project } from '../../project/model.ts'
import { APP } from '../../stack/roles.ts'
import { appOf } from '../project-settings.ts'
import type { Examiner } from './examiner.ts'

const UNDECODABLE = '\uFFFD'

export interface Findings {
  readonly problems: CaddyProblem[]
  /** What the text means; undefined when Caddy can't read it. */
  readonly config: unknown
}

/** Everything that speaks against a Caddyfile: what Caddy says, then what Shoal says. */
export async function findProblems(
  text: string,
  project: Project,
  examiner: Examiner,
  thorough = false,
): Promise<Findings> {
  const bad = text.indexOf(UNDECODABLE)
  if (bad >= 0) return { problems: [undecodable(text, bad)], config: undefined }
  const examined = await examiner.examine(text)
  if ('refusal' in examined) return { problems: [refused(examined.refusal)], config: undefined }
  const { config, warnings } = examined
  const obstacle = thorough ? await examiner.validate(text) : undefined
  const problems = [
    ...(obstacle ? [refused(obstacle)] : []),
    ...judgeCaddyfile({ text, config, app: appOf(project), service: APP, scale: scaleOf(project) }),
    ...warnings.map(warned),
  ]
  return { problems, config }
}

export const scaleOf = (project: Project): number => project.services[APP]?.replicas ?? 1

/** What Caddy refuses, as a problem. */
export function refused({ line, message }: Remark): CaddyProblem {
  return {
    severity: 'error',
    source: 'caddy',
    code: 'invalid',
    message: sentence(message),
    hint: 'Mend that line. https://caddyserver.com/docs/caddyfile has every directive.',
    line,
    repairable: false,
  }
}

function warned({ line, message }: Remark): CaddyProblem {
  const code = 'caddy-warning'
  return {
    severity: 'warning',
    source: 'caddy',
    code,
    message: sentence(message),
    hint: '',
    line,
    repairable: false,
  }
}

function undecodable(text: string, at: number): CaddyProblem {
  return {
    severity: 'error',
    source: 'shoal',
    code: 'encoding',
    message: 'This line is not UTF-8 text.',
    hint: 'Save the file as UTF-8.',
    line: text.slice(0, at).split('\n').length,
    repairable: false,
  }
}

const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`
