import type { Work as WorkData } from '../../../../contract/models.ts'
import { Notice } from '../../../components/notice.tsx'
import { sinceText } from '../../../lib/format.ts'
import { useNow } from '../../../lib/use-now.ts'

/** Another Shoal works on the project: the command line, most likely. */
export function Work({ work }: { readonly work: WorkData }) {
  const now = useNow()
  return (
    <Notice tone="info" hint="What you start now waits for it.">
      <code>{work.command}</code> (process {work.pid}) has been working here for {sinceText(now - work.since)}
      .
    </Notice>
  )
}
