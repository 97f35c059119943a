import { TriangleAlert } from 'lucide-react'
import { PhaseMark } from '../../../components/phase-mark.tsx'
import { ShareBar } from '../../../components/share-bar.tsx'
import { Sparkline } from '../../../components/sparkline.tsx'
import { bytesText, coresText, percentText } from '../../../lib/format.ts'
import { cpuShare } from '../../../model/cpu-share.ts'
import type { ResourceRow } from '../../../model/resource-rows.ts'
import { useRecentUsage } from '../../../store/use-usage.ts'
import { Rate } from './rate.tsx'
import styles from './table.module.css'

/** Seconds that the line beside a figure shows. */
const SPAN = 60
/** Per cent: the least that its top stands for. */
const TOP = 25

interface RowProps {
  readonly row: ResourceRow
  readonly onPoint: () => void
}

/** One container. */
export function Row({ row, onPoint }: RowProps) {
  const { name, short, color, service, phase, usage, warnings } = row
  const warns = (...kinds: readonly string[]) => warnings.some(({ kind }) => kinds.includes(kind))
  return (
    <tr data-off={!usage} onPointerEnter={onPoint}>
      <th scope="row">
        <span className={styles.name}>
          <span className={styles.key} data-dashed={service} style={{ color }} aria-hidden="true" />
          <PhaseMark phase={phase} size={11} />
          <span className="visually-hidden">{phase}, </span>
          {short}
          {warnings.map(({ kind, text }) => (
            <span key={kind} className={styles.alarm} data-kind={kind} title={text}>
              <TriangleAlert size={13} aria-hidden="true" />
              <span className="visually-hidden">, {text}</span>
            </span>
          ))}
        </span>
      </th>
      <td data-warn={warns('cpu')}>
        <div className={styles.cpu}>
          <Line name={name} color={color} />
          <span>{usage ? percentText(cpuShare(usage)) : '–'}</span>
          <span className={styles.limit}>{usage && `of ${coresText(usage.cpuLimit / 100)}`}</span>
        </div>
      </td>
      <td data-warn={warns('memory', 'oom')}>
        <div className={styles.memory}>
          <ShareBar
            slim
            label={`Memory of ${short}`}
            words={usage ? `${bytesText(usage.memory)} of ${bytesText(usage.memoryLimit)}` : 'not running'}
            parts={usage ? [{ key: name, color, value: usage.memory }] : []}
            total={usage?.memoryLimit ?? 0}
          />
          <span>{usage ? bytesText(usage.memory) : '–'}</span>
          <span className={styles.limit}>{usage && `of ${bytesText(usage.memoryLimit)}`}</span>
        </div>
      </td>
      <Rate value={usage?.rates.received} />
      <Rate value={usage?.rates.sent} />
      <Rate value={usage?.rates.read} />
      <Rate value={usage?.rates.written} />
      <td className={styles.figure}>{usage?.processes ?? '–'}</td>
    </tr>
  )
}

function Line({ name, color }: { readonly name: string; readonly color: string }) {
  const { times, cpu } = useRecentUsage(name, SPAN)
  return (
    <div className={styles.line}>
      <Sparkline times={times} values={cpu} top={TOP} color={color} span={SPAN} />
    </div>
  )
}
