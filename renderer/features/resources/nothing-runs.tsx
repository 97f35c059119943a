import { Gauge } from 'lucide-react'
import { buttonClass } from '../../components/button.tsx'
import { Empty } from '../../components/empty.tsx'
import { hrefOf } from '../../store/route.ts'

/** A stack that is down uses nothing. */
export function NothingRuns() {
  return (
    <Empty
      icon={<Gauge size={20} />}
      title="Nothing runs"
      about="Start the stack, and what each of its containers uses appears here, with the database’s connections."
      actions={
        <a className={buttonClass({ look: 'primary' })} href={hrefOf('overview')}>
          Go to the overview
        </a>
      }
    />
  )
}
