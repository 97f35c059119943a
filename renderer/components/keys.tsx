import { Fragment } from 'react'
import { keyNames } from '../lib/keys.ts'
import styles from './keys.module.css'

/** A shortcut as this platform's keys. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles.keys}>
      {keyNames(keys).map((name, at) => (
        <Fragment key={name}>
          {at > 0 && <span className="visually-hidden">+</span>}
          <kbd className={styles.key}>{name}</kbd>
        </Fragment>
      ))}
    </kbd>
  )
}
