import type { Warning } from '../../../../contract/stats.ts'
import { Sparkline } from '../../../components/sparkline.tsx'
import { bytesText, percentText } from '../../../lib/format.ts'
import { cpuShare } from '../../../model/cpu-share.ts'
import { usePick } from '../../../store/store.ts'
import { useRecentUsage } from '../../../store/use-usage.ts'
import styles from './instances.module.css'

/** Seconds that a line shows. */
const SPAN = 60
/** The least that the top of a chart stands for, so that idling looks idle: per cent of the limit, and bytes. */
const CPU_TOP = 25
const MEMORY_TOP = 64 * 1024 ** 2

/** Bytes that the top of a memory chart stands for: a power of two, so that it changes seldom, with some room above the line. */
function memoryTop(bytes: number): number {
  return Math.max(MEMORY_TOP, 2 ** Math.ceil(Math.log2(Math.max(1, bytes * 1.1))))
}

/** What one container uses: CPU and memory, now and in the last minute. */
export function Meters({ name, color }: { readonly name: string; readonly color: string }) {
  const { used, warnings } = usePick(({ usage }) => ({
    used: usage?.containers.find((one) => one.name === name),
    warnings: usage?.warnings,
  }))
  const warns = (kind: Warning['kind']) =>
    warnings?.some((warning) => warning.name === name && warning.kind === kind)
  const { times, cpu, memory } = useRecentUsage(name, SPAN)
  return (
    <dl className={styles.meters}>
      <div className={styles.meter}>
        <dt>
          CPU <strong data-warn={warns('cpu')}>{used ? percentText(cpuShare(used)) : '–'}</strong>
        </dt>
        <dd className={styles.line}>
          <Sparkline times={times} values={cpu} top={CPU_TOP} color={color} span={SPAN} />
        </dd>
      </div>
      <div className={styles.meter}>
        <dt>
          Memory <strong data-warn={warns('memory')}>{used ? bytesText(used.memory) : '–'}</strong>
        </dt>
        <dd className={styles.line}>
          <Sparkline
            times={times}
            values={memory}
            top={memoryTop(used?.memory ?? 0)}
            color={color}
            span={SPAN}
          />
        </dd>
      </div>
    </dl>
  )
}
