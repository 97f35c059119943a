import type { z } from 'zod'
import type { Level } from '../../../../contract/levels.ts'
import type { logFilterSchema } from '../../../../contract/logs.ts'
import type { Search } from '../text/search.ts'

/** Which records are asked for. */
export interface Wanted {
  readonly directory: string
  readonly names: string[]
  readonly filter: z.input<typeof logFilterSchema>
}

export interface Choice extends Search {
  readonly names: readonly string[]
  /** This level or worse; null for all. */
  readonly level: Level | null
  /** Records of one request; null for all. */
  readonly request: string | null
  readonly events: boolean
  readonly onlyMatches: boolean
}

/** What is shown of a log. Pure. */
export function wantedOf(directory: string, choice: Choice): Wanted {
  const { names, level, request, events } = choice
  const search = choice.onlyMatches ? searchOf(choice) : {}
  const filter = {
    ...(level === null ? {} : { level }),
    ...(request === null ? {} : { request }),
    ...(events ? {} : { events }),
    ...search,
  }
  return { directory, names: [...names], filter }
}

/** What is looked for in what is shown; undefined where nothing is. Pure. */
export function soughtOf(directory: string, choice: Choice): Wanted | undefined {
  if (choice.text === '') return undefined
  const wanted = wantedOf(directory, { ...choice, onlyMatches: true })
  return wanted
}

function searchOf({ text, regex, matchCase }: Search): Pick<Wanted['filter'], 'search'> {
  return text === '' ? {} : { search: { pattern: text, regex, matchCase } }
}
