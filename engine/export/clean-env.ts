import { isSecret } from '../../contract/secret.ts'

/** An assignment of a `.env`, as far as it matters here. */
export interface Assignment {
  readonly key: string
  readonly value: string | undefined
  readonly start: number
  readonly valueEnd: number
}

/** A `.env` that may leave the machine, beside the secrets that stay. */
export interface CleanEnv {
  readonly text: string
  /** By name. They never leave the engine. */
  readonly secrets: ReadonlyMap<string, string>
}

/**
 * A `.env` in which each secret is a comment that names its variable; everything else stays byte for byte. A value that
 * the project's `.env.example` publishes is no secret. Pure.
 */
export function cleanEnv(
  text: string,
  assignments: readonly Assignment[],
  published: Readonly<Record<string, string>>,
): CleanEnv {
  const secrets = new Map<string, string>()
  let clean = ''
  let at = 0
  for (const { key, value, start, valueEnd } of assignments) {
    if (value === undefined || !isSecret(key, value) || published[key] === value) continue
    secrets.set(key, value)
    clean += `${text.slice(at, start)}# ${key}= (a secret, left out of the export)`
    at = valueEnd
    // A statement may follow a closing quote on its line, and must not become a part of the comment.
    if (/^[^\S\r\n]*[^\s#]/.test(text.slice(at))) clean += '\n'
  }
  return { text: clean + text.slice(at), secrets }
}
