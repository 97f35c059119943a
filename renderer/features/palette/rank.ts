import { defaultFilter } from 'cmdk'

/** Among a command's keywords: it cannot be done now. Nobody types it, for it is not shown. */
export const UNABLE = '\u0000unable'

/** How much of a score is left to a command that cannot be done now: it comes last, with its reason. */
const REST = 0.01

/** How well a command fits what was typed, from 0 to 1. */
export function rank(value: string, search: string, keywords: string[] = []): number {
  const unable = keywords.includes(UNABLE)
  const score = defaultFilter(
    value,
    search,
    keywords.filter((word) => word !== UNABLE),
  )
  return unable ? score * REST : score
}
