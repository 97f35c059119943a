import { Notice } from '../../../components/notice.tsx'
import type { Found } from '../search/finder.ts'

interface SearchTroubleProps {
  /** Why what is typed is no regular expression. */
  readonly problem: string | undefined
  readonly found: Found
}

/** Why what is typed cannot be looked for. */
export function SearchTrouble({ problem, found }: SearchTroubleProps) {
  if (problem !== undefined)
    return (
      <Notice
        tone="warn"
        hint="Put a backslash before characters that are meant literally, or turn Regular expression off."
      >
        {`This is no regular expression yet: ${problem}.`}
      </Notice>
    )
  if (!found.error) return null
  return (
    <Notice tone="warn" hint={found.error.hint}>
      {found.error.message}
    </Notice>
  )
}
