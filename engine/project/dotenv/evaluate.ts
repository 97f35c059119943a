import { type Lookup, substitute, TemplateFault } from '../template/substitute.ts'
import { expandEscapes } from './escapes.ts'
import { EnvFault, type Statement } from './scan.ts'

export interface EvaluateOptions {
  /** Variables from outside the file: they win inside `$NAME`, and give a bare `KEY` its value. */
  readonly lookup?: Lookup
  readonly onUnset?: (name: string) => void
  /** Variables that are known already; inside `$NAME` they count as if the file began with them. */
  readonly known?: ReadonlyMap<string, string>
}

/** A statement with what Compose makes of it. */
export interface Evaluated extends Statement {
  /** Undefined for a bare key that is not set outside either, and for a value with a fault. Secret. */
  readonly value: string | undefined
  /** Variables that the value uses and that are not set at this place: they count as empty. */
  readonly unset: readonly string[]
}

/**
 * Fills in the variables of statements in their order: a value can use those above it.
 *
 * @param onFault told of each fault instead of throwing it
 * @throws EnvFault for a malformed or missing variable.
 */
export function evaluateAll(
  text: string,
  statements: readonly Statement[],
  options: EvaluateOptions,
  onFault?: (fault: EnvFault) => void,
): Evaluated[] {
  const variables = new Map<string, string>()
  const outside = options.lookup ?? (() => undefined)
  const lookup: Lookup = (name) => outside(name) ?? variables.get(name) ?? options.known?.get(name)
  return statements.map((statement): Evaluated => {
    if (statement.bare) return { ...statement, value: outside(statement.key), unset: [] }
    const unset: string[] = []
    const onUnset = (name: string) => {
      unset.push(name)
      options.onUnset?.(name)
    }
    try {
      const value = evaluate(text, statement, lookup, onUnset)
      if (statement.key !== '') variables.set(statement.key, value)
      return { ...statement, value, unset }
    } catch (fault) {
      if (onFault === undefined || !(fault instanceof EnvFault)) throw fault
      onFault(fault)
      return { ...statement, value: undefined, unset }
    }
  })
}

function evaluate(
  text: string,
  statement: Statement,
  lookup: Lookup,
  onUnset: (name: string) => void,
): string {
  const written = text.slice(statement.valueStart, statement.valueEnd)
  const inner = statement.quote === '' ? written : unescapeQuote(written.slice(1, -1), statement.quote)
  if (statement.quote === "'") return inner
  try {
    return substitute(statement.quote === '"' ? expandEscapes(inner) : inner, lookup, onUnset)
  } catch (fault) {
    if (!(fault instanceof TemplateFault)) throw fault
    throw new EnvFault(`the value ${fault.message}`, statement.valueStart)
  }
}

/** A backslash before the value's own quote goes; any other stays, with what follows it. */
function unescapeQuote(inner: string, quote: string): string {
  return inner.replace(/\\([\s\S])/g, (pair, char: string) => (char === quote ? char : pair))
}
