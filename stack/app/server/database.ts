import type { Pool } from 'pg'
import { describeFailure } from './failure.ts'

/** How long a health check or a page waits for PostgreSQL, in milliseconds. */
export const DATABASE_LIMIT_MS = 1000

/** How long a connection may take to open, in milliseconds: on a busy machine one that is broken off after each check never does. */
const CONNECT_LIMIT_MS = 10_000

/** An answer this young is given again, so that several probers cost one query between them. */
const CHECK_CACHE_MS = 250

export type DatabaseState =
  | { readonly state: 'ok' }
  | { readonly state: 'not configured' }
  | { readonly state: 'failed'; readonly reason: string }

/** The one connection pool of this process, opened at its first use. */
export class Database {
  readonly #url: string | undefined
  readonly #max: number
  #pool: Promise<Pool> | undefined
  #check: { readonly since: number; readonly answer: Promise<DatabaseState> } | undefined

  /** `url` is never shown or logged; `max` is the most connections that this process opens. */
  constructor(url: string | undefined, max: number) {
    this.#url = url
    this.#max = max
  }

  get configured(): boolean {
    return this.#url !== undefined
  }

  /** Runs one statement; rejects with PostgreSQL's error, or when nothing came back within the time limit. */
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.#pool ??= this.#open()
    const pool = await this.#pool
    const query = { text, values: [...values], query_timeout: DATABASE_LIMIT_MS }
    const { rows } = await withinLimit(pool.query<Row>(query))
    return rows
  }

  /** Whether PostgreSQL answers within the time limit. Never rejects, and never says more than a plain reason. */
  check(): Promise<DatabaseState> {
    if (!this.configured) return Promise.resolve({ state: 'not configured' })
    const now = performance.now()
    if (this.#check === undefined || now - this.#check.since > CHECK_CACHE_MS)
      this.#check = { since: now, answer: this.#ask() }
    return this.#check.answer
  }

  /** Closes the pool; connections in use are closed when they come back to it. */
  async close(): Promise<void> {
    const pool = await this.#pool
    await pool?.end()
  }

  async #ask(): Promise<DatabaseState> {
    try {
      await this.query('select 1')
      return { state: 'ok' }
    } catch (error) {
      return { state: 'failed', reason: describeFailure(error, DATABASE_LIMIT_MS) }
    }
  }

  async #open(): Promise<Pool> {
    const { Pool } = await import('pg')
    const pool = new Pool({
      connectionString: this.#url,
      max: this.#max,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      idleTimeoutMillis: 30_000,
      application_name: 'shoal-sample-app',
    })
    // An idle connection that PostgreSQL drops is replaced at the next query; unhandled, it would end the process.
    pool.on('error', () => {})
    return pool
  }
}

/** Settles as the promise does, or rejects when the time limit has passed. */
async function withinLimit<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), DATABASE_LIMIT_MS)
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}
