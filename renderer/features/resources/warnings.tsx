import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { Warning } from '../../../contract/stats.ts'
import { Hint } from '../../components/hint.tsx'
import styles from './warnings.module.css'

/** Who starves, and what to do about it: a line each. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  return (
    <div className={styles.place} role="status" aria-label="Warnings">
      {warnings.length > 0 && (
        <ul className={styles.list}>
          {warnings.map(({ kind, name, text, hint }) => {
            const Icon = kind === 'oom' ? CircleAlert : TriangleAlert
            return (
              <li key={`${kind} ${name}`} className={styles.warning} data-kind={kind}>
                <Icon size={15} aria-hidden="true" />
                <p>
                  {text}{' '}
                  <span className={styles.hint}>
                    <Hint text={hint} />
                  </span>
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
