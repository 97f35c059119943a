import { ShoalError } from '../../contract/errors.ts'
import type { Place } from './yaml/node.ts'

export const COMPOSE_HINT = 'Remove it, or run this project with "docker compose" itself.'

interface Problem {
  readonly text: string
  readonly hint: string
}

/** Collects everything that is wrong with a project's files, so that one run reports it all. */
export class Problems {
  readonly #found: Problem[] = []

  /** Notes that the thing at `path`, standing at `place`, is wrong: `what` continues the sentence after the path. */
  add(at: { readonly place: Place; readonly path: string }, what: string, hint = ''): void {
    const subject = at.path === '' ? what : `${at.path} ${what}`
    const text = `${at.place.file} line ${at.place.line}: ${subject}`
    if (!this.#found.some((problem) => problem.text === text)) this.#found.push({ text, hint })
  }

  /** @throws ShoalError `project-invalid` with the first problem as its message and the others as details. */
  throwIfAny(): void {
    const [first, ...others] = this.#found
    if (first === undefined) return
    throw new ShoalError('project-invalid', `${first.text}; nothing was changed.`, first.hint, {
      details: others.map((problem) => problem.text),
    })
  }
}
