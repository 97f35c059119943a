import { ScrollText } from 'lucide-react'
import { Button, buttonClass } from '../../../components/button.tsx'
import { Empty } from '../../../components/empty.tsx'
import { hrefOf } from '../../../store/route.ts'
import type { FeedState } from '../lines/feed.ts'
import { EVERYTHING, setLogs } from '../state.ts'

interface NoLinesProps {
  readonly feed: FeedState
  /** The stack has no containers. */
  readonly down: boolean
  /** Lines may be there that the filter leaves out. */
  readonly filtered: boolean
}

/** Why there is nothing to see, and what to do about it. */
export function NoLines({ feed, down, filtered }: NoLinesProps) {
  const icon = <ScrollText size={20} />
  if (down)
    return (
      <Empty
        icon={icon}
        title="No containers yet"
        about="Start the stack, and the lines of its containers appear here."
        actions={
          <a className={buttonClass({ look: 'primary' })} href={hrefOf('overview')}>
            Go to the overview
          </a>
        }
      />
    )
  if (feed.kind === 'loading')
    return <Empty icon={icon} title="Reading the logs" about="The last lines of each container come first." />
  if (filtered)
    return (
      <Empty
        icon={icon}
        title="No line is like that"
        about="New ones that are appear here."
        actions={<Button onClick={() => setLogs(EVERYTHING)}>Show all lines</Button>}
      />
    )
  return (
    <Empty
      icon={icon}
      title="Nothing was written yet"
      about="Lines appear here as soon as a container writes one."
    />
  )
}
