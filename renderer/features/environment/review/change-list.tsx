import { ArrowRight } from 'lucide-react'
import type { EnvChange } from '../../../../contract/env.ts'
import { Value } from '../mask/value.tsx'
import styles from './change-list.module.css'

const SIGNS = { added: '+', changed: '~', removed: '−' } as const

interface ChangeListProps {
  readonly changes: readonly EnvChange[]
  /** Whether secrets are shown. */
  readonly shown: boolean
}

/** What changes, variable by variable. */
export function ChangeList({ changes, shown }: ChangeListProps) {
  return (
    <ul className={styles.list} aria-label="Changes">
      {changes.map(({ key, kind, before, after, secret }) => (
        <li key={key} className={styles.change}>
          <div className={styles.head}>
            <span className={`${styles.sign} ${styles[kind]}`} aria-hidden="true">
              {SIGNS[kind]}
            </span>
            <code className={styles.key}>{key}</code>
            <span className={styles.kind}>{kind}</span>
          </div>
          <div className={styles.values}>
            {kind !== 'added' && (
              <del className={styles.before}>
                <Value text={before} hidden={secret && !shown} />
              </del>
            )}
            {kind === 'changed' && <ArrowRight size={13} className={styles.arrow} aria-label="becomes" />}
            {kind !== 'removed' && (
              <ins className={styles.after}>
                <Value text={after} hidden={secret && !shown} />
              </ins>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
