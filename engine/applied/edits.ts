import type { FileEdit } from '../../contract/drift.ts'
import { isSecret } from '../../contract/secret.ts'

/** What differs between two states of a file, key by key, sorted; values that are secrets are left out. Pure. */
export function editsBetween(
  file: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): FileEdit[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  return keys.flatMap((key): FileEdit[] => {
    const [old, next] = [before.get(key), after.get(key)]
    if (old === next) return []
    const secret = [old, next].some((value) => value !== undefined && isSecretAt(key, value))
    const shown = (value: string | undefined) => (secret ? '' : oneLine(value ?? ''))
    const kind = old === undefined ? 'added' : next === undefined ? 'removed' : 'changed'
    return [{ file, key, kind, before: shown(old), after: shown(next), secret }]
  })
}

/** Judged by the last name of a path, and by the name in an entry such as `environment[2]: TOKEN=abc`. */
function isSecretAt(path: string, value: string): boolean {
  const [name = '', ...rest] = value.split('=')
  const last = path.split('.').at(-1) ?? path
  return isSecret(last, value) || (rest.length > 0 && isSecret(name, rest.join('=')))
}

const LONGEST = 120

function oneLine(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}
