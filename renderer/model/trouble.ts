import type { RecentProject } from '../../contract/app.ts'
import type { ErrorData } from '../../contract/errors.ts'

/** What keeps the window from being up to date: the weightiest of what is the matter. */
export type Trouble =
  | { readonly kind: 'engine' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'docker'; readonly error: ErrorData }
  | { readonly kind: 'project'; readonly error: ErrorData }

interface Known {
  readonly link: 'connecting' | 'open' | 'lost' | 'refused'
  readonly docker:
    | { readonly state: 'found' }
    | { readonly state: 'missing'; readonly error: ErrorData }
    | null
  readonly stackError: ErrorData | null
  readonly project: Pick<RecentProject, 'directory'> | null
  readonly recent: readonly Pick<RecentProject, 'directory' | 'present'>[]
}

/** Without the engine nothing is known, without Docker nothing of the project. Pure. */
export function troubleOf({ link, docker, stackError, project, recent }: Known): Trouble | null {
  if (link === 'lost') return { kind: 'engine' }
  if (link === 'refused') return { kind: 'stranger' }
  const entry = recent.find(({ directory }) => directory === project?.directory)
  if (entry?.present === false) return { kind: 'project', error: gone(entry.directory) }
  if (docker?.state === 'missing') return { kind: 'docker', error: docker.error }
  return stackError ? { kind: 'project', error: stackError } : null
}

/** The engine goes on with what it read last while files are being moved about; whether they are there is asked apart. */
function gone(directory: string): ErrorData {
  return {
    code: 'project-not-found',
    message: `There is no compose file in ${directory} any more; what runs goes on running.`,
    hint: 'Put the folder back, or choose another project.',
  }
}
