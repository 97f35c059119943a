import type { EnvProblem } from '../../../contract/env.ts'
import type { Evaluated } from '../../project/dotenv/evaluate.ts'
import { fixOf, type Rule, type Subject, singleQuoted, warning, writtenValue } from './problem.ts'

/** A place in a value where a variable is filled in. */
interface Reference {
  readonly name: string
  readonly braced: boolean
  readonly from: number
  readonly to: number
  /** Whether the text says what counts while the variable is not set. */
  readonly guarded: boolean
}

/** Dollar signs that begin a variable which nobody sets: each becomes empty text. */
export const dollars: Rule = (subject) =>
  subject.statements.flatMap((statement) => {
    const references = referencesIn(subject, statement)
    const unset = references.filter(({ name, guarded }) => !guarded && statement.unset.includes(name))
    const meant = unset.length < references.length || unset.some(({ braced }) => braced)
    return unset.map((reference) =>
      reference.braced
        ? unknown(subject, statement, reference)
        : unquoted(subject, statement, reference, meant),
    )
  })

function referencesIn(subject: Subject, statement: Evaluated): Reference[] {
  if (statement.quote === "'" || statement.bare) return []
  const written = writtenValue(subject, statement)
  // In double quotes a backslash takes the dollar sign its meaning; without quotes it does not.
  const skipped = statement.quote === '"' ? '\\\\[\\s\\S]|' : ''
  const pattern = new RegExp(`${skipped}\\$(?:\\$|(\\{?)([_a-z][_a-z0-9]*))`, 'gi')
  return [...written.matchAll(pattern)].flatMap((match) => {
    const [whole, brace = '', name] = match
    if (name === undefined) return []
    const from = statement.valueStart + match.index
    const next = written.charAt(match.index + whole.length)
    const braced = brace === '{'
    const to = from + whole.length + (braced && next === '}' ? 1 : 0)
    return { name, braced, from, to, guarded: braced && next !== '}' }
  })
}

/** The name is told: who writes braces means a variable. */
function unknown(subject: Subject, statement: Evaluated, { name, from, to }: Reference): EnvProblem {
  const below = subject.statements.some(({ key, start }) => key === name && start > statement.start)
  const message = below
    ? `${name} is set further down, so it is still empty here.`
    : `Nobody sets ${name}, so it becomes empty here.`
  const hint = below
    ? `Move ${name} above ${statement.key}.`
    : `Set ${name} above, or write \${${name}:-default}.`
  return warning(subject, 'unknown-variable', statement, [from, to], message, hint)
}

/** The name is not told: it may be a part of a password. */
function unquoted(
  subject: Subject,
  statement: Evaluated,
  { name, from, to }: Reference,
  meant: boolean,
): EnvProblem {
  const below = subject.statements.some(({ key, start }) => key === name && start > statement.start)
  const message = below
    ? 'The $ begins a variable that is set further down, so it is still empty here.'
    : 'The $ begins a variable that nobody sets, so a part of the value is lost.'
  const hint = below
    ? 'Move that variable above this line.'
    : 'Put the value in single quotes, or write $$ for a dollar sign.'
  const fix = below ? undefined : literal(subject, statement, from, meant)
  return warning(subject, 'unquoted-dollar', statement, [from, to], message, hint, fix)
}

/** Single quotes, unless the value has a variable that is meant, a quote or an escape. */
function literal(
  subject: Subject,
  statement: Evaluated,
  at: number,
  meant: boolean,
): NonNullable<EnvProblem['fix']> {
  const written = writtenValue(subject, statement)
  const inner = statement.quote === '' ? written : written.slice(1, -1)
  const quoted = meant || /\$\$|\\/.test(inner) ? undefined : singleQuoted(inner)
  if (quoted === undefined) return fixOf('Write $$', [at, at], '$')
  return fixOf('Put the value in single quotes', [statement.valueStart, statement.valueEnd], quoted)
}
