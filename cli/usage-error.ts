import type { ErrorData } from '../contract/errors.ts'

/** A command line that makes no sense. A class of its own, so that a usage error need not load the contract's schemas. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly hint: string

  constructor(message: string, hint = '') {
    super(message)
    this.hint = hint
  }

  toData(): ErrorData {
    return { code: 'usage', message: this.message, hint: this.hint }
  }
}
