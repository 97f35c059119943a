import { lineAt } from '../../project/dotenv/scan.ts'
import { statementRange } from '../edit.ts'
import { fixOf, type Rule, warning } from './problem.ts'

/** A variable that is set again further down: only the last assignment counts. */
export const duplicates: Rule = (subject) => {
  const { text, statements } = subject
  const last = new Map(statements.map((statement) => [statement.key, statement]))
  return statements.flatMap((statement) => {
    const { key, keyEnd } = statement
    const winner = last.get(key)
    if (winner === undefined || winner === statement || key === '') return []
    const message = `${key} is set again on line ${lineAt(text, winner.start)}, and only that counts.`
    const fix = fixOf('Remove this line', statementRange(text, statement), '')
    const range = [keyEnd - key.length, keyEnd] as const
    return warning(subject, 'duplicate', statement, range, message, 'Keep one of them.', fix)
  })
}
