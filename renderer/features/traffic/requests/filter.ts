/** Which requests are shown; null where it does not matter. */
export interface RequestFilter {
  /** Part of the path. */
  readonly path: string
  /** A class (`5xx`) or a code (`404`). */
  readonly status: string | null
  readonly instance: number | null
  /** Milliseconds that a request took at least. */
  readonly slower: number | null
  readonly method: string | null
}

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** What can be filtered by beside the path, as the words of the filter's text name it. */
export type FilterKey = Exclude<keyof RequestFilter, 'path'>

export const EVERYTHING: RequestFilter = {
  path: '',
  status: null,
  instance: null,
  slower: null,
  method: null,
}

/**
 * Reads a filter's text: `status:5xx`, `instance:2`, `slower:500ms`, `method:POST`, and what else stands there is part of a
 * path. A word that is not finished yet filters nothing, and is said to be the problem. Pure.
 */
export function parseFilter(text: string): { filter: RequestFilter; problem: string | null } {
  let filter = EVERYTHING
  let problem: string | null = null
  for (const word of wordsOf(text)) {
    const [, key = '', value = ''] = /^(status|instance|slower|method):(.*)$/i.exec(word) ?? []
    if (key === '') {
      filter = { ...filter, path: filter.path === '' ? word : `${filter.path} ${word}` }
      continue
    }
    const read = READERS[key.toLowerCase() as FilterKey](value)
    if (read === undefined) problem ??= WANTED[key.toLowerCase() as FilterKey]
    else filter = { ...filter, [key.toLowerCase()]: read }
  }
  return { filter, problem }
}

/** The text with one of its words set, or taken out; the others stay as they were typed. Pure. */
export function withWord(text: string, key: FilterKey, value: string | null): string {
  const others = wordsOf(text).filter((word) => !word.toLowerCase().startsWith(`${key}:`))
  return [...(value === null ? [] : [`${key}:${value}`]), ...others].join(' ')
}

/** The value of one of the text's words as it is typed; null without it. Pure. */
export function wordValue(text: string, key: FilterKey): string | null {
  const word = wordsOf(text).findLast((word) => word.toLowerCase().startsWith(`${key}:`))
  return word === undefined ? null : word.slice(key.length + 1)
}

const READERS: Readonly<Record<FilterKey, (value: string) => string | number | undefined>> = {
  status: (value) => (/^[1-5](\d\d|xx)$/i.test(value) ? value.toLowerCase() : undefined),
  instance: (value) => {
    const [, index] = /^(?:app-)?(\d{1,3})$/i.exec(value) ?? []
    return index === undefined || Number(index) === 0 ? undefined : Number(index)
  },
  slower: (value) => {
    const [, number, unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s)?$/i.exec(value) ?? []
    return number === undefined
      ? undefined
      : Math.round(Number(number) * (unit.toLowerCase() === 's' ? 1_000 : 1))
  },
  method: (value) => (/^[a-z]{2,12}$/i.test(value) ? value.toUpperCase() : undefined),
}

const WANTED: Readonly<Record<FilterKey, string>> = {
  status: 'status: takes a class or a code, as status:5xx or status:404',
  instance: 'instance: takes a number, as instance:2',
  slower: 'slower: takes a time, as slower:500ms or slower:2s',
  method: 'method: takes a method, as method:POST',
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
