import type { ErrorData } from '../../contract/errors.ts'

/** What keeps the window from being up to date: the weightiest of what is the matter. */
export type Trouble =
  | { readonly kind: 'engine' }
  | { readonly kind: 'docker'; readonly error: ErrorData }
  | { readonly kind: 'project'; readonly error: ErrorData }

interface Known {
  readonly link: 'connecting' | 'open' | 'lost'
  readonly docker:
    | { readonly state: 'found' }
    | { readonly state: 'missing'; readonly error: ErrorData }
    | null
  readonly stackError: ErrorData | null
}

/** Without the engine nothing is known, without Docker nothing of the project. Pure. */
export function troubleOf({ link, docker, stackError }: Known): Trouble | null {
  if (link === 'lost') return { kind: 'engine' }
  if (docker?.state === 'missing') return { kind: 'docker', error: docker.error }
  return stackError ? { kind: 'project', error: stackError } : null
}
