import { rateText } from '../../../lib/format.ts'
import styles from './table.module.css'

/** Bytes per second; nothing is quieter than something. */
export function Rate({ value }: { readonly value: number | undefined }) {
  return (
    <td className={styles.figure} data-nothing={!value || value < 1}>
      {value === undefined ? '–' : rateText(value)}
    </td>
  )
}
