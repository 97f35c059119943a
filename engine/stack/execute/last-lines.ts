import { isSecret } from '../../../contract/secret.ts'
import type { Docker } from '../../docker/gateway.ts'

/** Room for a stack trace of Node's and the message above it. */
const LINES = 25
/** Shorter values, such as `1` or `dev`, occur in any text: masking them would only make it unreadable. */
const SHORTEST = 6

/**
 * The last log lines of a container, for an error's details; none when they cannot be had. Secrets that the container's
 * process wrote there are masked: errors are shown, sent and stored.
 */
export async function lastLines(docker: Docker, container: string): Promise<string[]> {
  const lines: string[] = []
  try {
    const { env } = (await docker.inspectContainer(container)) ?? { env: {} }
    const secrets = secretsOf(env)
    for await (const { text } of docker.logs(container, { follow: false, tail: LINES }))
      lines.push(secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text))
  } catch {
    // The error that these lines would explain matters more than why they are missing.
  }
  return lines
}

/** Secret values, and the passwords inside URLs, longest first: a short one may be a part of a longer one. */
function secretsOf(env: Readonly<Record<string, string>>): string[] {
  const values = Object.entries(env).flatMap(([key, value]) => (isSecret(key, value) ? [value] : []))
  const passwords = values.flatMap(
    (value) => /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]*?:([^\s/?#]+)@/i.exec(value)?.[1] ?? [],
  )
  return [...values, ...passwords]
    .filter((secret) => secret.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
}
