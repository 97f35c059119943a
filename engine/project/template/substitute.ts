/** Gives a variable's value; undefined when it is not set, which is not the same as empty. */
export type Lookup = (name: string) => string | undefined

/** Why a template can't be filled in. It never holds a value. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault'
}

const NAMED = '[_a-z][_a-z0-9]*'
const SOURCE = `\\$(?:(?<escaped>\\$)|(?<named>${NAMED})|\\{(?:(?<braced>${NAMED}(?::?[-+?][^\\n]*)?)\\}|))`
const OPERATORS = [':?', '?', ':-', '-', ':+', '+'] as const
type Operator = (typeof OPERATORS)[number]

/**
 * Fills in `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}` and `${NAME:?message}` as Compose 2.40 does;
 * `$$` is a dollar sign, and a dollar sign that starts none of these stays. Defaults nest, and are filled in (so
 * their faults show) even where they are not used.
 *
 * @param onUnset told the name of each variable that is not set and has no default: it becomes empty text.
 * @throws TemplateFault for a malformed `${...}` and for a required variable that is missing.
 */
export function substitute(template: string, lookup: Lookup, onUnset: (name: string) => void): string {
  return template.replace(new RegExp(SOURCE, 'giu'), (match) => fill(match, lookup, onUnset))
}

/**
 * A match with an operator reaches to the last closing brace of its line, so it can hold more than one variable:
 * what follows the brace that closes the first is filled in on its own.
 */
function fill(match: string, lookup: Lookup, onUnset: (name: string) => void): string {
  const close = closingBrace(match)
  const own = close === -1 ? match : match.slice(0, close + 1)
  const rest = close === -1 ? '' : match.slice(close + 1)
  const groups = new RegExp(SOURCE, 'iu').exec(own)?.groups
  if (groups?.escaped !== undefined) return '$'
  const named = groups?.named
  const braced = groups?.braced
  if (named === undefined && braced === undefined)
    throw new TemplateFault('has a malformed variable: write $$ for a dollar sign')
  const operator = named === undefined ? firstOperator(match) : undefined
  if (braced !== undefined && operator !== undefined && braced.includes(operator))
    return apply(braced, operator, lookup, onUnset) + substitute(rest, lookup, onUnset)
  const name = named ?? braced ?? ''
  const value = lookup(name)
  if (value === undefined) onUnset(name)
  return value ?? ''
}

function apply(braced: string, operator: Operator, lookup: Lookup, onUnset: (name: string) => void): string {
  const at = braced.indexOf(operator)
  const name = braced.slice(0, at)
  const raw = braced.slice(at + operator.length)
  const alternative = substitute(raw, lookup, onUnset)
  const value = lookup(name)
  const present = value !== undefined && (value !== '' || !operator.startsWith(':'))
  if (operator.endsWith('+')) return present ? alternative : (value ?? '')
  if (present) return value
  if (operator.endsWith('-')) return alternative
  throw new TemplateFault(`needs the variable ${name}, which is not set${raw === '' ? '' : `: ${raw}`}`)
}

function firstOperator(text: string): Operator | undefined {
  let first: Operator | undefined
  for (const operator of OPERATORS) {
    const at = text.indexOf(operator)
    if (at !== -1 && (first === undefined || at < text.indexOf(first))) first = operator
  }
  return first
}

/** Where the first opened brace closes; the character after an opening brace is not looked at, as in Compose. */
function closingBrace(text: string): number {
  let open = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '}') {
      open -= 1
      if (open === 0) return at
    }
    if (text[at] === '{') {
      open += 1
      at += 1
    }
  }
  return -1
}
