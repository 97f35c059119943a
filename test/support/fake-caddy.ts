import type { Verdict } from '../../engine/caddy/gate.ts'
import type { CaddyLink } from '../../engine/caddy/link.ts'
import type { Container } from '../../engine/docker/gateway.ts'
import type { Serving } from '../../engine/stack/execute/context.ts'
import { fakeContainer, fakeProject } from './fake-stack.ts'

const HEALTHY = { healthy: true, answers: true, reason: '' }

/** A Caddy with a rotation directory, a gate and an admin API that keep to the rules of the real one. */
export class FakeCaddy {
  readonly container: Container
  /** The rotation directory's files. */
  readonly files = new Set<string>()
  /** Requests and streams in flight, by address as `/reverse_proxy/upstreams` has it. */
  readonly inFlight = new Map<string, number>()
  /** Failed requests that Caddy remembers, by address. */
  readonly fails = new Map<string, number>()
  /** What each instance's health check gets; healthy when nothing is said. */
  readonly verdicts = new Map<string, Omit<Verdict, 'allowed'>>()
  /** What was changed, in order. */
  readonly changes: string[] = []
  /** The admin API and the gate fail while it is silent. */
  silent = false
  config: unknown
  /** What any Caddyfile means to it. */
  adapted: unknown
  /** Milliseconds between two probes. */
  interval = 5
  readonly addresses = Array.from({ length: 10 }, (_, position) => `shop-app-${position + 1}:3000`)

  constructor(index = 1) {
    this.container = fakeContainer(fakeProject(), 'caddy', index)
    this.config = this.#config()
    this.adapted = this.#config()
  }

  readonly link: CaddyLink = {
    admin: {
      upstreams: () =>
        this.#answer(() =>
          [...new Set([...this.inFlight.keys(), ...this.fails.keys()])].map((address) => ({
            address,
            requests: this.inFlight.get(address) ?? 0,
            fails: this.fails.get(address) ?? 0,
          })),
        ),
      config: () => this.#answer(() => this.config),
      adapt: () => this.#answer(() => this.adapted),
      examine: () => this.#answer(() => ({ config: this.adapted, warnings: [] })),
      load: (text, { force = false } = {}) =>
        this.#answer(() => void this.changes.push(`load ${text}${force ? ' by force' : ''}`)),
    },
    gate: {
      warm: async () => {},
      ask: (address) =>
        this.#answer(() => ({ ...(this.verdicts.get(address) ?? HEALTHY), allowed: this.#allows(address) })),
    },
    rotation: {
      manage: async (members) => {
        this.changes.push(`manage ${members.join(' ')}`)
        this.files.clear()
        for (const file of ['managed', ...members]) this.files.add(file)
      },
      join: async (address) => {
        this.changes.push(`join ${address}`)
        this.files.add(address)
      },
      leave: async (address, slots) => {
        this.changes.push(`leave ${address}`)
        if (!this.files.has('managed')) for (const file of ['managed', ...slots]) this.files.add(file)
        this.files.delete(address)
      },
    },
    kept: { read: async () => undefined, write: async () => {} },
    closing: { around: (work) => work() },
    requests: { count: async () => undefined },
    close: () => {},
  }

  get serving(): Serving {
    const { container, link, addresses, interval } = this
    return { container, link, balance: { addresses, interval, timeout: 3_000, uri: '/api/health' } }
  }

  #allows(address: string): boolean {
    return !this.files.has('managed') || this.files.has(address)
  }

  #config(): unknown {
    return {
      handler: 'reverse_proxy',
      upstreams: this.addresses.map((dial) => ({ dial })),
      health_checks: { active: { uri: '/api/health', interval: 1e9, timeout: 3e9 } },
    }
  }

  async #answer<T>(answer: () => T): Promise<T> {
    if (this.silent) throw new Error('Caddy does not answer')
    return answer()
  }
}
