import { useSyncExternalStore } from 'react'
import type { RequestRecord } from '../../../../contract/requests.ts'
import type { HeldList } from './held-list.ts'
import styles from './requests.module.css'

interface NoRequestsProps {
  readonly list: HeldList<RequestRecord>
  readonly loading: boolean
  readonly filtered: boolean
}

/** Why the list is empty; nothing while it is not. */
export function NoRequests({ list, loading, filtered }: NoRequestsProps) {
  const { rows } = useSyncExternalStore(list.subscribe, list.shown)
  if (rows.length > 0) return null
  return (
    <p className={styles.none} role="status">
      {loading
        ? 'Reading the access log'
        : filtered
          ? 'No request is like that. New ones that are appear here.'
          : 'No request yet. They appear here as they are answered.'}
    </p>
  )
}
