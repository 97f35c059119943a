import { ShoalError } from '../../../contract/errors.ts'
import { type Lookup, substitute, TemplateFault } from '../template/substitute.ts'
import { expandEscapes } from './escapes.ts'
import { EnvFault, type Statement, scan } from './scan.ts'

export interface DotenvOptions {
  /** The file's name as shown in errors. */
  readonly file?: string
  /** Variables from outside the file: they win inside `$NAME`, and give a bare `KEY` its value. */
  readonly lookup?: Lookup
  readonly onUnset?: (name: string) => void
  /** Variables that are known already; inside `$NAME` they count as if the file began with them. */
  readonly known?: ReadonlyMap<string, string>
}

/**
 * The variables of a `.env` text exactly as Docker Compose 2.40 reads them; the last of several with one name counts.
 * A value without a name is left out: no container could take it.
 *
 * @throws ShoalError `env-invalid` naming file and line, never a value.
 */
export function parseDotenv(text: string, options: DotenvOptions = {}): Map<string, string> {
  const variables = new Map<string, string>()
  const outside = options.lookup ?? (() => undefined)
  const lookup: Lookup = (name) => outside(name) ?? variables.get(name) ?? options.known?.get(name)
  return faultsOf(text, options.file, () => {
    for (const statement of scan(text)) {
      const value = statement.bare
        ? outside(statement.key)
        : evaluate(text, statement, lookup, options.onUnset)
      if (value !== undefined && statement.key !== '') variables.set(statement.key, value)
    }
    return variables
  })
}

/**
 * The statements of a `.env` text, with their places, for an editor of the file. Variables are not filled in.
 *
 * @throws ShoalError `env-invalid` naming file and line.
 */
export function scanDotenv(text: string, file?: string): Statement[] {
  return faultsOf(text, file, () => scan(text))
}

/** Runs a part of the reading and gives its faults their line. */
function faultsOf<T>(text: string, file = '.env', read: () => T): T {
  try {
    return read()
  } catch (fault) {
    if (fault instanceof EnvFault) throw envInvalid(text, fault, file)
    throw fault
  }
}

function evaluate(
  text: string,
  statement: Statement,
  lookup: Lookup,
  onUnset: DotenvOptions['onUnset'],
): string {
  const written = text.slice(statement.valueStart, statement.valueEnd)
  const inner = statement.quote === '' ? written : unescapeQuote(written.slice(1, -1), statement.quote)
  if (statement.quote === "'") return inner
  try {
    return substitute(statement.quote === '"' ? expandEscapes(inner) : inner, lookup, onUnset ?? (() => {}))
  } catch (fault) {
    if (!(fault instanceof TemplateFault)) throw fault
    throw new EnvFault(`the value ${fault.message}`, statement.valueStart)
  }
}

/** A backslash before the value's own quote goes; any other stays, with what follows it. */
function unescapeQuote(inner: string, quote: string): string {
  return inner.replace(/\\([\s\S])/g, (pair, char: string) => (char === quote ? char : pair))
}

function envInvalid(text: string, fault: EnvFault, file: string): ShoalError {
  const line = text.slice(0, fault.offset).split('\n').length
  return new ShoalError(
    'env-invalid',
    `${file} line ${line} can not be read: ${fault.message}; the file was left as it is.`,
    `Correct line ${line} of ${file}; put a value with spaces, # or $ in single quotes.`,
    { cause: fault },
  )
}
