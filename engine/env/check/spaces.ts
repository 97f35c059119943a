import type { EnvProblem } from '../../../contract/env.ts'
import { isSecret } from '../../../contract/secret.ts'
import type { Evaluated } from '../../project/dotenv/evaluate.ts'
import {
  behindValue,
  fixOf,
  type Rule,
  type Subject,
  singleQuoted,
  warning,
  writtenValue,
} from './problem.ts'

type Look = (subject: Subject, statement: Evaluated) => EnvProblem | undefined

/** Spaces that change a value, or that another reader of the file trips over. Of each value the first one is told. */
export const spaces: Rule = (subject) =>
  subject.statements.flatMap((statement) => {
    if (statement.bare || statement.key === '') return []
    for (const look of LOOKS) {
      const problem = look(subject, statement)
      if (problem !== undefined) return [problem]
    }
    return []
  })

/** `KEY= # text`: without a value before it, the comment is one. */
const commentAsValue: Look = (subject, statement) => {
  const { key, keyEnd, valueStart, valueEnd } = statement
  if (!/^#(\s|$)/.test(writtenValue(subject, statement))) return undefined
  const message = `${key} is not empty: what looks like a comment is its value.`
  const fix = fixOf('Make the value empty', [keyEnd, valueStart], "='' ")
  const range = [valueStart, valueEnd] as const
  return warning(subject, 'spaces', statement, range, message, "Write '' in front of the comment.", fix)
}

/** `KEY=value<tab># text` */
const commentAfterTab: Look = (subject, statement) => {
  const tab = statement.quote === '' ? /\t+(?=#)/.exec(writtenValue(subject, statement)) : null
  if (tab === null) return undefined
  const from = statement.valueStart + tab.index
  const range = [from, from + tab[0].length] as const
  const message = `The comment is a part of ${statement.key}: only a space and a # begin one, not a tab.`
  const fix = fixOf('Put a space there', range, ' ')
  return warning(subject, 'spaces', statement, range, message, 'Put a space in front of the #.', fix)
}

/** `KEY=one #2`: one word right behind the # is rather a part of the value than a comment. */
const cutOff: Look = (subject, statement) => {
  const behind = behindValue(subject, statement)
  const { key, quote, valueStart, valueEnd, value = '' } = statement
  const comment = isSecret(key, value) ? /^ +#[^\s#]/ : /^ +#[^\s#-]\S*\s*$/
  if (quote !== '' || valueStart === valueEnd || !comment.test(behind)) return undefined
  const end = valueEnd + behind.trimEnd().length
  const message = `What follows the space and the # is a comment, and no part of ${key}.`
  const hint = 'Put the whole value in quotes, or a space behind the # if it is a comment.'
  const whole = singleQuoted(subject.text.slice(valueStart, end))
  const fix = whole === undefined ? undefined : fixOf('Put it all in quotes', [valueStart, end], whole)
  return warning(subject, 'spaces', statement, [valueEnd, end], message, hint, fix)
}

/** `KEY = value`; what `KEY: value` has behind its colon is its style. */
const aroundSign: Look = (subject, statement) => {
  const { key, keyEnd, valueStart } = statement
  const sign = subject.text.slice(keyEnd, valueStart)
  if (sign.length < 2 || sign.includes(':')) return undefined
  const message = `There are spaces around the = of ${key}: a shell could not read this line.`
  const fix = fixOf('Remove the spaces', [keyEnd, valueStart], '=')
  return warning(subject, 'spaces', statement, [keyEnd, valueStart], message, 'Write KEY=value.', fix)
}

const atEnd: Look = (subject, statement) => {
  const behind = behindValue(subject, statement)
  const { key, quote, valueStart, valueEnd } = statement
  if (quote !== '' || valueStart === valueEnd || behind === '' || behind.trim() !== '') return undefined
  const range = [valueEnd, valueEnd + behind.length] as const
  const message = `The spaces at the end are no part of ${key}.`
  const hint = 'Remove them, or put the value in quotes if they belong to it.'
  return warning(subject, 'spaces', statement, range, message, hint, fixOf('Remove them', range, ''))
}

const inside: Look = (subject, statement) => {
  const { key, quote, valueStart, valueEnd } = statement
  const written = writtenValue(subject, statement)
  if (quote !== '' || !/\s/.test(written)) return undefined
  const range = [valueStart, valueEnd] as const
  const message = `${key} has spaces and no quotes: a shell would end the value at the first one.`
  const quoted = withQuotes(written)
  const fix = quoted === undefined ? undefined : fixOf('Put the value in quotes', range, quoted)
  return warning(subject, 'spaces', statement, range, message, 'Put the value in quotes.', fix)
}

/** Single quotes where nothing is filled in, else double ones; undefined where it would take escapes. */
function withQuotes(written: string): string | undefined {
  if (!written.includes('$')) return singleQuoted(written)
  return /["\\]/.test(written) ? undefined : `"${written}"`
}

const LOOKS: readonly Look[] = [commentAsValue, commentAfterTab, cutOff, aroundSign, atEnd, inside]
