/** Where ssh goes. Anything finer (keys, jump hosts) belongs into the user's own ssh configuration. */
export interface SshTarget {
  readonly hostname: string
  readonly user?: string
  readonly port?: number
}

/** Reads `ssh://[user@]host[:port]`; undefined when it is not that. */
export function parseSshHost(host: string): SshTarget | undefined {
  const match = /^ssh:\/\/(?:([\w.-]+)@)?([\w.-]+)(?::(\d+))?\/?$/.exec(host)
  const hostname = match?.[2]
  if (hostname === undefined || hostname.startsWith('-') || match?.[1]?.startsWith('-')) return undefined
  return {
    hostname,
    ...(match?.[1] === undefined ? {} : { user: match[1] }),
    ...(match?.[3] === undefined ? {} : { port: Number(match[3]) }),
  }
}
