import { ShoalError } from '../../../contract/errors.ts'
import type { DotenvOptions } from './parse.ts'
import { isSpace, trimmedEnd } from './space.ts'

/**
 * The variables of an `env_file` with `format: raw`: `KEY=value` lines as `docker run --env-file` reads them, with
 * neither quotes nor variables; a bare `KEY` is looked up.
 *
 * @throws ShoalError `env-invalid` naming file and line.
 */
export function parseRaw(text: string, options: DotenvOptions): Map<string, string> {
  const variables = new Map<string, string>()
  for (const [index, rawLine] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = trimStart(rawLine.replace(/\r$/, ''))
    if (line === '' || line.startsWith('#')) continue
    const [key = ''] = line.split('=', 1)
    if (key === '' || [...key].some(isSpace))
      throw new ShoalError(
        'env-invalid',
        `${options.file ?? '.env'} line ${index + 1} can not be read: a name is missing or has a space; the file was left as it is.`,
        'Write one KEY=value per line.',
      )
    const value = line.includes('=') ? line.slice(key.length + 1) : options.lookup?.(key)
    if (value !== undefined) variables.set(key, value)
  }
  return variables
}

function trimStart(line: string): string {
  const start = [...line].findIndex((char) => !isSpace(char))
  return start === -1 ? line.slice(trimmedEnd(line, 0, line.length)) : line.slice(start)
}
