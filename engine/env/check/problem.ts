import type { EnvProblem } from '../../../contract/env.ts'
import type { Evaluated } from '../../project/dotenv/evaluate.ts'
import { type EnvFault, lineAt, lineEnd } from '../../project/dotenv/scan.ts'

/** A `.env` text as far as it can be read, and what is known of the project around it. */
export interface Subject {
  readonly text: string
  readonly statements: readonly Evaluated[]
  readonly faults: readonly EnvFault[]
  /** The image of each service of the project; empty when the project can't be read. */
  readonly images: Readonly<Record<string, string>>
}

/** One kind of look at a text. */
export type Rule = (subject: Subject) => EnvProblem[]

type Range = readonly [from: number, to: number]

/** Puts a warning together. Neither message nor hint may hold a value. */
export function warning(
  subject: Subject,
  code: EnvProblem['code'],
  { key }: Pick<Evaluated, 'key'>,
  [from, to]: Range,
  message: string,
  hint: string,
  fix?: EnvProblem['fix'],
): EnvProblem {
  return {
    severity: 'warning',
    code,
    message,
    hint,
    line: lineAt(subject.text, from),
    from,
    to,
    ...(key === '' ? {} : { key }),
    ...(fix === undefined ? {} : { fix }),
  }
}

/** A replacement of a range of the text. */
export function fixOf(label: string, [from, to]: Range, text: string): NonNullable<EnvProblem['fix']> {
  return { label, from, to, text }
}

/** The value as it is written, quotes included. */
export const writtenValue = ({ text }: Subject, { valueStart, valueEnd }: Evaluated): string =>
  text.slice(valueStart, valueEnd)

/** What stands on the line behind a value, a carriage return at its end left out. */
export function behindValue({ text }: Subject, { valueEnd }: Evaluated): string {
  return text.slice(valueEnd, lineEnd(text, valueEnd)).replace(/\r$/, '')
}

/** Text in single quotes, which nothing is filled in to; undefined when it can't stand there. */
export const singleQuoted = (text: string): string | undefined =>
  /['\n\r]|\\$/.test(text) ? undefined : `'${text}'`
