import type { EnvEntry, EnvProblem } from '../../../contract/env.ts'
import { isSecret } from '../../../contract/secret.ts'
import { inspectDotenv } from '../../project/dotenv/inspect.ts'
import { lineAt } from '../../project/dotenv/scan.ts'
import type { Lookup } from '../../project/template/substitute.ts'
import { localDatabase } from './database.ts'
import { dollars } from './dollars.ts'
import { duplicates } from './duplicates.ts'
import type { Rule, Subject } from './problem.ts'
import { spaces } from './spaces.ts'
import { syntax } from './syntax.ts'
import { port, url } from './values.ts'

const RULES: readonly Rule[] = [syntax, duplicates, dollars, spaces, localDatabase, port, url]

/** What is known of the project that a text is for. */
export interface Around {
  /** Variables from outside the file, which count more than it. */
  readonly lookup: Lookup
  /** The image of each service; empty when the project can't be read. */
  readonly images: Readonly<Record<string, string>>
}

/**
 * Looks at the text of a `.env` as Compose reads it: what is wrong with it, in the order of the text, and what it sets.
 * After a fault it goes on at the next line. Problems never hold a value; entries do.
 */
export function checkEnv(
  text: string,
  around: Around,
): { readonly problems: EnvProblem[]; readonly entries: EnvEntry[] } {
  const subject: Subject = { text, ...inspectDotenv(text, { lookup: around.lookup }), images: around.images }
  const problems = RULES.flatMap((rule) => rule(subject))
  return { problems: problems.sort((a, b) => a.from - b.from || a.to - b.to), entries: entriesOf(subject) }
}

function entriesOf({ text, statements }: Subject): EnvEntry[] {
  const last = new Map(statements.map((statement) => [statement.key, statement]))
  return statements.flatMap((statement): EnvEntry[] => {
    const { key, start, valueStart, valueEnd, value = '' } = statement
    if (key === '') return []
    return [
      {
        key,
        value,
        secret: isSecret(key, value),
        line: lineAt(text, start),
        from: start,
        to: valueEnd,
        valueFrom: valueStart,
        valueTo: valueEnd,
        overridden: last.get(key) !== statement,
      },
    ]
  })
}
