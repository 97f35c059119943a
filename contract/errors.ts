/**
 * Every way in which Shoal can fail, as a stable code. Codes are part of the contract: the UI and scripts
 * switch on them, so a code is never renamed and never carries data.
 */
export const ERROR_CODES = [
  'usage',
  'engine-not-installed',
  'engine-stopped',
  'engine-permission',
  'engine-context',
  'engine-too-old',
  'engine-lost',
  'project-not-found',
  'project-invalid',
  'project-exists',
  'project-locked',
  'project-foreign',
  'archive-invalid',
  'env-invalid',
  'caddyfile-invalid',
  'scale-out-of-range',
  'unknown-name',
  'port-busy',
  'image-missing',
  'image-build',
  'container-failed',
  'never-healthy',
  'rollout-failed',
  'caddy-unreachable',
  'disk-full',
  'file-write',
  'file-changed',
  'down',
  'exec-failed',
  'cancelled',
  'superseded',
  'disconnected',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** The shape of an error on every wire: RPC, `--json` and the log. */
export interface ErrorData {
  code: ErrorCode
  /** One sentence: what happened, and what was left as it was. */
  message: string
  /** What to do next; empty when there is nothing to do. */
  hint: string
  /** Lines that explain the error, such as the last log lines of an instance. */
  details?: string[] | undefined
}

/** The one error class. Everything that leaves the engine is one of these; `cause` keeps what lies beneath. */
export class ShoalError extends Error {
  override readonly name = 'ShoalError'
  readonly code: ErrorCode
  readonly hint: string
  readonly details: readonly string[]

  constructor(
    code: ErrorCode,
    message: string,
    hint = '',
    options: { cause?: unknown; details?: readonly string[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.hint = hint
    this.details = options.details ?? []
  }

  /** The error as plain data, without its cause: a cause may hold paths or values that are not for display. */
  toData(): ErrorData {
    return {
      code: this.code,
      message: this.message,
      hint: this.hint,
      ...(this.details.length > 0 ? { details: [...this.details] } : {}),
    }
  }

  /** Rebuilds an error that crossed a wire. */
  static fromData(data: ErrorData): ShoalError {
    return new ShoalError(data.code, data.message, data.hint, { details: data.details ?? [] })
  }

  /** Turns anything thrown into a ShoalError; an unexpected one becomes `internal` with its cause kept. */
  static from(thrown: unknown): ShoalError {
    if (thrown instanceof ShoalError) return thrown
    if (thrown instanceof Error && thrown.name === 'AbortError')
      return new ShoalError('cancelled', 'Cancelled; what was already done stays done.', '', {
        cause: thrown,
      })
    const text = thrown instanceof Error ? thrown.message : String(thrown)
    return new ShoalError(
      'internal',
      `Shoal met an unexpected fault: ${text}`,
      'Run the command again; if it stays, report it.',
      {
        cause: thrown,
      },
    )
  }
}
