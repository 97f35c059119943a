import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits: nobody guesses it, however many guesses a loopback connection takes. */
const KEY_BYTES = 32

interface Ticket {
  readonly digest: Buffer
  /** Milliseconds since the epoch. */
  readonly until: number
}

/**
 * Who may use the window. A token comes in an address and is good once; what it is exchanged for is the session, which only
 * ever is in a cookie. Neither is kept in a form that could be printed by accident.
 */
export class Keys {
  readonly #now: () => number
  readonly #session = newKey()
  #tickets: Ticket[] = []

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** A new token, good once. `lifetime` is in milliseconds. */
  issue(lifetime = Number.POSITIVE_INFINITY): string {
    const token = newKey()
    this.#tickets.push({ digest: digest(token), until: this.#now() + lifetime })
    return token
  }

  /** Exchanges a token for the session; undefined when it is none, was used before, or is too old. */
  spend(token: string): string | undefined {
    const presented = digest(token)
    const now = this.#now()
    // All are compared, each in constant time, so that how long it takes tells nothing.
    const hits = this.#tickets.filter((ticket) => timingSafeEqual(ticket.digest, presented))
    this.#tickets = this.#tickets.filter((ticket) => !hits.includes(ticket) && ticket.until > now)
    return hits.some(({ until }) => until > now) ? this.#session : undefined
  }

  /** Whether this is the session. */
  admits(session: string): boolean {
    return timingSafeEqual(digest(this.#session), digest(session))
  }
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url')
}

/** Texts of any length become comparable in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
