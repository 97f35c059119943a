import { Pause, Play } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Screen } from '../../components/screen.tsx'
import { Segments } from '../../components/segments.tsx'
import { clockText } from '../../lib/format.ts'
import { troubleOf } from '../../model/trouble.ts'
import { usePick } from '../../store/store.ts'
import { Board } from './board.tsx'
import { isBlank, NoTraffic } from './no-traffic.tsx'
import { setTraffic, useTraffic, WINDOWS, type Window } from './state.ts'
import styles from './traffic.module.css'
import { useTrafficStream } from './use-traffic-stream.ts'

const TIMES = WINDOWS.map((window) => ({ value: String(window), label: `${window / 60} min` }))

/** Which instance serves what, how fast, and how that changes with what is done to the stack. */
export default function Traffic() {
  const { snapshot, traffic, quiet, trouble } = usePick((state) => ({
    snapshot: state.snapshot,
    traffic: state.traffic,
    quiet: state.trafficSeconds.length === 0,
    trouble: troubleOf(state) !== null,
  }))
  const { window, paused } = useTraffic()
  useTrafficStream()
  const blank = isBlank(traffic, quiet)
  return (
    <Screen
      title="Traffic"
      about={
        traffic &&
        (paused || trouble) && (
          <span className={styles.since}>
            {paused ? 'paused at' : 'as of'} {clockText(traffic.at)}
          </span>
        )
      }
      actions={
        <>
          <Segments
            label="Time shown"
            value={String(window)}
            options={TIMES}
            onChange={(value) => setTraffic({ window: Number(value) as Window })}
          />
          <Button
            className={styles.pause ?? ''}
            icon={paused ? <Play size={14} aria-hidden="true" /> : <Pause size={14} aria-hidden="true" />}
            aria-pressed={paused}
            onClick={() => setTraffic({ paused: !paused })}
          >
            {paused ? 'Resume' : 'Pause'}
          </Button>
        </>
      }
      full
    >
      {blank || !traffic || !snapshot ? (
        <NoTraffic snapshot={snapshot} traffic={traffic} />
      ) : (
        <Board snapshot={snapshot} traffic={traffic} stale={trouble && !paused} />
      )}
    </Screen>
  )
}
