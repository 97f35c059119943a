import { posix } from 'node:path'
import { compilePattern, type IgnorePattern } from './ignore-pattern.ts'

/** What a `.dockerignore` keeps out of a build context. */
export interface Ignore {
  /** Whether a path is left out: the last pattern that matches it or one of its parents decides. */
  leavesOut(path: string): boolean
  /** Whether something below a folder that is left out could still be sent. */
  mayHoldExceptions(folder: string): boolean
}

/** Reads the text of a `.dockerignore`. Throws a SyntaxError that names the line of a malformed pattern. */
export function parseIgnore(content: string): Ignore {
  const patterns = content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => {
      const cleaned = cleanLine(line)
      return cleaned === undefined ? [] : [compileLine(cleaned, index + 1)]
    })
  const exceptions = patterns.filter((pattern) => pattern.exception)
  return {
    leavesOut: (path) => decide(patterns, path),
    mayHoldExceptions: (folder) =>
      exceptions.some(({ text }) => /[*?[\\]/.test(text) || text.startsWith(`${folder}/`)),
  }
}

/** As github.com/moby/buildkit `ignorefile` reads a line; undefined for a comment or an empty line. */
function cleanLine(line: string): string | undefined {
  if (line.startsWith('#') || line.trim() === '') return undefined
  const trimmed = line.trim()
  const exception = trimmed.startsWith('!')
  const pattern = exception ? trimmed.slice(1).trim() : trimmed
  return `${exception ? '!' : ''}${pattern === '' ? '' : cleanPath(pattern)}`
}

function cleanPath(pattern: string): string {
  const slashes = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const path = posix.normalize(slashes).replace(/(?<=.)\/$/, '')
  return path.length > 1 && path.startsWith('/') ? path.slice(1) : path
}

function compileLine(pattern: string, line: number): IgnorePattern {
  try {
    return compilePattern(pattern)
  } catch (error) {
    throw new SyntaxError(`line ${line}: the pattern "${pattern}" is malformed`, { cause: error })
  }
}

function decide(patterns: readonly IgnorePattern[], path: string): boolean {
  const candidates = withParents(path)
  const last = patterns.findLast((pattern) => candidates.some((candidate) => pattern.matches(candidate)))
  return last !== undefined && !last.exception
}

function withParents(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
