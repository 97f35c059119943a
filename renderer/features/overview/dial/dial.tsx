import { Slider } from 'radix-ui'
import { useId } from 'react'
import type { Snapshot } from '../../../../contract/models.ts'
import { PhaseMark } from '../../../components/phase-mark.tsx'
import { phaseOf } from '../../../model/phase.ts'
import { actualText } from '../../../model/summary.ts'
import { usePick } from '../../../store/store.ts'
import { useDatabase } from '../../../store/use-database.ts'
import styles from './dial.module.css'
import { PoolLine } from './pool-line.tsx'
import { useTypedNumber } from './use-typed-number.ts'

/** How many instances: the number that is wanted, large, beside what there is. */
export function Dial({ snapshot }: { readonly snapshot: Snapshot }) {
  useDatabase()
  const { dialled, dial, settle, run, database } = usePick((state) => ({
    dialled: state.dialled,
    dial: state.dial,
    settle: state.settle,
    run: state.run,
    database: state.database,
  }))
  const pool = database?.pool ?? null
  const poolLine = useId()
  const { max } = snapshot.scale
  const wanted = Math.min(dialled ?? snapshot.scale.wanted, max)
  const typed = useTypedNumber(max, (number) => {
    dial(number)
    settle(number)
  })
  const phases = new Map(snapshot.instances.map((instance) => [instance.index, phaseOf(instance, run)]))
  const breaks = pool?.breaksAt ?? null
  const slots = Array.from({ length: max }, (_, at) => at + 1)
  return (
    <section className={styles.dial} aria-label="Scale">
      <div className={styles.figures}>
        <div className={styles.wanted}>
          {wanted}
          <span className={styles.unit}>{wanted === 1 ? 'instance' : 'instances'}</span>
        </div>
        <div className={styles.actual}>{actualText([...phases.values()])}</div>
      </div>
      <div>
        <Slider.Root
          className={styles.slider}
          min={1}
          max={Math.max(max, 2)}
          value={[wanted]}
          disabled={max < 2}
          onValueChange={([value]) => value !== undefined && dial(value)}
          onValueCommit={([value]) => value !== undefined && settle(value)}
        >
          <Slider.Track className={styles.track} data-testid="track">
            <Slider.Range className={styles.range} />
            {breaks !== null && <Breaking at={breaks} max={max} />}
          </Slider.Track>
          <Slider.Thumb
            className={styles.thumb}
            aria-label="Instances"
            aria-valuetext={`${wanted} of at most ${max}`}
            aria-describedby={poolLine}
            onKeyDown={typed}
          />
        </Slider.Root>
        <div className={styles.ticks} aria-hidden="true">
          {slots.map((slot) => {
            const phase = phases.get(slot)
            return (
              <div
                key={slot}
                className={styles.tick}
                data-within={slot <= wanted}
                data-breaks={breaks !== null && slot >= breaks}
              >
                <span className={styles.mark}>{phase && <PhaseMark phase={phase} size={11} />}</span>
                <span>{max <= 20 || slot % 5 === 0 || slot === 1 ? slot : ''}</span>
              </div>
            )
          })}
        </div>
        <PoolLine id={poolLine} pool={pool} wanted={wanted} />
      </div>
    </section>
  )
}

/** The stretch of the track where PostgreSQL takes no more, from half a step before its first number. */
function Breaking({ at, max }: { readonly at: number; readonly max: number }) {
  const steps = Math.max(1, max - 1)
  const from = Math.max(0, (at - 1.5) / steps)
  // The thumb stays inside the track by half its width.
  return <span className={styles.breaking} style={{ left: `calc(14px + (100% - 28px) * ${from})` }} />
}
