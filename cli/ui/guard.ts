import type { IncomingHttpHeaders } from 'node:http'

/** Which requests come from the window that this process shows, and not from a page of somebody else. */
export class Guard {
  readonly #hosts: ReadonlySet<string>
  readonly #origins: ReadonlySet<string>
  /** Browsers send a cookie to every port of a machine, so two windows' cookies need two names. */
  readonly cookie: string

  /** `guest` is the origin of a development server that shows the same window. */
  constructor(port: number, guest?: string) {
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
    this.#hosts = new Set(hosts)
    this.#origins = new Set([...hosts.map((host) => `http://${host}`), ...(guest ? [guest] : [])])
    this.cookie = `shoal-${port}`
  }

  /**
   * Whether the request was addressed to us by name, and not sent by a foreign page. A page whose own name was pointed at
   * this machine (DNS rebinding) still sends that name as Host.
   */
  knows({ host, origin }: IncomingHttpHeaders): boolean {
    return host !== undefined && this.#hosts.has(host) && (origin === undefined || this.#origins.has(origin))
  }

  /** As `knows`; but browsers always name the origin of a WebSocket, so whoever does not is no window. */
  knowsUpgrade(headers: IncomingHttpHeaders): boolean {
    return headers.origin !== undefined && this.knows(headers)
  }

  /** What the request says the session is; empty when it says nothing. */
  sessionIn({ cookie = '' }: IncomingHttpHeaders): string {
    const start = `${this.cookie}=`
    const found = cookie.split(/; */).find((pair) => pair.startsWith(start))
    return found?.slice(start.length) ?? ''
  }

  /** The header that gives a browser the session: not for scripts, and never sent from another site. */
  setCookie(session: string): string {
    return `${this.cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`
  }
}
