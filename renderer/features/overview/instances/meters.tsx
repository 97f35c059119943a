import { Sparkline } from '../../../components/sparkline.tsx'
import { bytesText } from '../../../lib/format.ts'
import { useShoal } from '../../../store/store.ts'
import { SPAN } from '../../../store/usage.ts'
import styles from './instances.module.css'

/** The least that the top of a chart stands for, so that idling looks idle: per cent of a core, and bytes. */
const CPU_TOP = 25
const MEMORY_TOP = 64 * 1024 ** 2

const NONE: readonly number[] = []

/** What one container uses: CPU and memory, now and in the last minute. */
export function Meters({ name, color }: { readonly name: string; readonly color: string }) {
  const series = useShoal(({ usage }) => usage[name])
  const times = series?.times ?? NONE
  return (
    <dl className={styles.meters}>
      <div className={styles.meter}>
        <dt>
          CPU <strong>{series ? `${Math.round(series.last.cpu)} %` : '–'}</strong>
        </dt>
        <dd className={styles.line}>
          <Sparkline times={times} values={series?.cpu ?? NONE} top={CPU_TOP} color={color} span={SPAN} />
        </dd>
      </div>
      <div className={styles.meter}>
        <dt>
          Memory <strong>{series ? bytesText(series.last.memory) : '–'}</strong>
        </dt>
        <dd className={styles.line}>
          <Sparkline
            times={times}
            values={series?.memory ?? NONE}
            top={MEMORY_TOP}
            color={color}
            span={SPAN}
          />
        </dd>
      </div>
    </dl>
  )
}
