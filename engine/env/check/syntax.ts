import type { EnvProblem } from '../../../contract/env.ts'
import { lineAt, lineEnd } from '../../project/dotenv/scan.ts'
import { trimmedEnd } from '../../project/dotenv/space.ts'
import { behindValue, fixOf, type Rule, type Subject, warning } from './problem.ts'

/** What keeps Compose from reading the file, and lines that it reads as something else than they look like. */
export const syntax: Rule = (subject) => [
  ...faultsIn(subject),
  ...behindQuotes(subject),
  ...withoutName(subject),
  ...withoutValue(subject),
]

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/not closed/, 'Add the closing quote, or remove the opening one.'],
  [/export/, 'Write a name and a value after it, or remove the line.'],
  [/variable/, 'Write $$ for a dollar sign, or put the value in single quotes.'],
  [/name/, 'Write KEY=value, or # in front of a comment. A value of several lines needs quotes.'],
]

function faultsIn({ text, faults }: Subject): EnvProblem[] {
  return faults.map((fault) => {
    const end = trimmedEnd(text, fault.offset, lineEnd(text, fault.offset))
    const from = Math.min(fault.offset, text.length)
    return {
      severity: 'error',
      code: 'syntax',
      message: `Compose can not read this line: ${withoutText(fault.message)}.`,
      hint: HINTS.find(([pattern]) => pattern.test(fault.message))?.[1] ?? '',
      line: lineAt(text, from),
      from,
      to: Math.max(from, end),
    }
  })
}

/** `${NAME:?text}` brings its own text, which is part of the file. */
const withoutText = (message: string): string => message.replace(/(which is not set):[\s\S]*$/, '$1')

function behindQuotes(subject: Subject): EnvProblem[] {
  return subject.statements.flatMap((statement) => {
    const behind = behindValue(subject, statement)
    if (statement.quote === '' || !/^\s*[^\s#]/.test(behind)) return []
    const from = statement.valueEnd
    const message = `What follows the closing quote of ${statement.key} is read as another variable.`
    const hint = 'Close the quotes at the end of the value; inside double quotes write \\" for a quote.'
    return warning(subject, 'syntax', statement, [from, from + behind.trimEnd().length], message, hint)
  })
}

function withoutName(subject: Subject): EnvProblem[] {
  return subject.statements.flatMap((statement) => {
    if (statement.key !== '') return []
    const message = 'A value without a name reaches no container.'
    const hint = 'Write a name before the =.'
    return warning(subject, 'syntax', statement, [statement.start, statement.valueEnd], message, hint)
  })
}

/** The name is not told: a line of a key pasted without quotes looks like a name as well. */
function withoutValue(subject: Subject): EnvProblem[] {
  return subject.statements.flatMap((statement) => {
    if (!statement.bare || statement.value !== undefined) return []
    const message = 'A name without = takes its value from the environment of Shoal, where it is not set.'
    const hint = 'Write = and a value after the name, or remove the line.'
    const range = [statement.start, statement.keyEnd] as const
    const fix = fixOf('Add =', [statement.keyEnd, statement.keyEnd], '=')
    return warning(subject, 'unknown-variable', { key: '' }, range, message, hint, fix)
  })
}
