import type { Replay, ReplayAnswer } from '../../../../contract/requests.ts'
import { servedName } from '../served.ts'

export interface Verdict {
  readonly tone: 'good' | 'warn' | 'info'
  /** What came of it, in one sentence. */
  readonly words: string
  /** What it means. */
  readonly meaning: string
}

const OWN =
  'Each instance was asked by itself, so what differs is its own: kept in its memory or on its disk, taken from its clock, or its name. What every visitor should see alike belongs where all instances read it, such as the database.'

/** What the answers say, in words. Pure. */
export function verdictOf({ answers, differs }: Replay): Verdict {
  if (answers.length < 2)
    return {
      tone: 'info',
      words: 'Only one instance runs, so there is nothing to compare.',
      meaning: 'Scale up and replay the request.',
    }
  if (answers.every(({ error }) => error !== null))
    return {
      tone: 'warn',
      words: 'No instance answered, so there is nothing to compare.',
      meaning: 'Why not stands below, instance by instance.',
    }
  const parts = [
    ...(differs.status ? ['the status'] : []),
    ...(differs.headers.length > 0 ? [headersText(differs.headers)] : []),
    ...(differs.body ? ['the body'] : []),
  ]
  if (parts.length === 0)
    return {
      tone: 'good',
      words: `All ${answers.length} instances answered the same.`,
      meaning: 'Nothing in this answer depends on the instance that gives it, as far as one try can show.',
    }
  const silent = answers.filter(({ error }) => error !== null).map(({ index }) => servedName(index))
  const odd = oddOne(answers)
  return {
    tone: 'warn',
    words: [
      ...(silent.length > 0 ? [`${listText(silent)} did not answer.`] : []),
      `The answers differ in ${listText(parts)}${odd ? `: ${servedName(odd.index)} differs from the others, which agree` : ''}.`,
    ].join(' '),
    meaning: OWN,
  }
}

/** The one whose status and body are not those of all the others, if there are others to agree. */
function oddOne(answers: readonly ReplayAnswer[]): ReplayAnswer | undefined {
  if (answers.length < 3) return undefined
  const contents = answers.map(({ status, body }) => JSON.stringify([status, body]))
  if (new Set(contents).size !== 2) return undefined
  return answers.find((_answer, at) => contents.filter((content) => content === contents[at]).length === 1)
}

function headersText(names: readonly string[]): string {
  return names.length > 2
    ? `${names.length} headers`
    : `the ${names.length === 1 ? 'header' : 'headers'} ${listText(names)}`
}

function listText(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
