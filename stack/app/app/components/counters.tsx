import type { SharedVisits, Visits } from '../../server/visits.ts'
import { Spread } from './spread.tsx'

export function Counters({ instance, visits }: { instance: string; visits: Visits }) {
  return (
    <section className="card counters">
      <Shared shared={visits.shared} instance={instance} />
      <div className="counter">
        <h2>In this instance’s memory</h2>
        <p className="number">{format(visits.memory)}</p>
        <p className="muted">
          Known to this process alone, and gone when it restarts. Load the page again: another instance has
          another number.
        </p>
      </div>
    </section>
  )
}

function Shared({ shared, instance }: { shared: SharedVisits; instance: string }) {
  return (
    <div className="counter">
      <h2>Visits in PostgreSQL</h2>
      {shared.known ? (
        <>
          <p className="number">{format(shared.total)}</p>
          <p className="muted">Shared by every instance, so it counts each visit wherever it lands.</p>
          <Spread instances={shared.instances} current={instance} />
        </>
      ) : (
        <>
          <p className="number faint">–</p>
          <p className="warning" role="status">
            No answer: {shared.reason}. The page goes on without it.
          </p>
        </>
      )}
    </div>
  )
}

function format(count: number): string {
  return count.toLocaleString('en')
}
