import type { CSSProperties } from 'react'
import type { Instance } from '../../../../contract/models.ts'
import type { Warning } from '../../../../contract/stats.ts'
import { PhaseMark } from '../../../components/phase-mark.tsx'
import { sinceText } from '../../../lib/format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { instanceColor } from '../../../model/instance-color.ts'
import type { Phase } from '../../../model/phase.ts'
import { phaseWords } from '../../../model/phase-words.ts'
import { shortName } from '../../../model/summary.ts'
import { CardMenu } from './card-menu.tsx'
import styles from './instances.module.css'
import { Meters } from './meters.tsx'

/** Phases that say all there is to say: the instance is out because the plan that runs wants it so. */
const ON_THE_WAY: ReadonlySet<Phase> = new Set(['draining', 'joining'])

interface CardProps {
  readonly instance: Instance
  readonly phase: Phase
  readonly project: string
  readonly url: string | null
  /** What it starves of, if it does. */
  readonly warnings: readonly Warning[]
}

/** One instance: how it is and why, what it carries, what it uses. */
export function Card({ instance, phase, project, url, warnings }: CardProps) {
  const now = useNow()
  const short = shortName(project, instance.name)
  const { health, reason, inFlight, streams, startedAt, restarts, current } = instance
  const healthWords = instance.state === 'running' ? health : instance.state
  return (
    <article
      className={styles.card}
      aria-label={short}
      data-phase={phase}
      style={{ '--instance': instanceColor(instance.index) } as CSSProperties}
    >
      <header className={styles.top}>
        <PhaseMark phase={phase} />
        <h3 className={styles.name}>{short}</h3>
        <span className={styles.words}>{phase === 'draining' ? phase : phaseWords(phase, instance)}</span>
        <div className={styles.menu}>
          <CardMenu instance={instance} short={short} url={url} />
        </div>
      </header>
      {reason && !ON_THE_WAY.has(phase) && (
        <p className={`${styles.reason} ${phase === 'sick' || phase === 'dead' ? '' : styles.quiet}`}>
          {reason}
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name="Health" value={healthWords} />
        <Fact name={streams ? 'In flight + streams' : 'In flight'} value={load(inFlight, streams)} />
        <Fact name="Up" value={startedAt === null ? '–' : sinceText(now - startedAt)} />
      </dl>
      <Meters name={instance.name} color={instanceColor(instance.index)} />
      {warnings.map(({ kind, text }) => (
        <p key={kind} className={`${styles.reason} ${styles.warning}`}>
          {text}
        </p>
      ))}
      {(restarts > 0 || !current) && (
        <p className={`${styles.reason} ${styles.quiet}`}>
          {[
            restarts > 0 && `restarted ${restarts} ${restarts === 1 ? 'time' : 'times'}`,
            !current && 'runs with former settings',
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
    </article>
  )
}

function load(inFlight: number | null, streams: number | null): string {
  if (inFlight === null) return '–'
  return streams ? `${inFlight} + ${streams}` : String(inFlight)
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
