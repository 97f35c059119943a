import { Check, Circle, Minus, X } from 'lucide-react'
import type { Operation } from '../../contract/models.ts'
import { tookText } from '../lib/format.ts'
import { operationWords } from '../model/operation-words.ts'
import type { OperationRun } from '../model/plan-run.ts'
import styles from './run-list.module.css'
import { Spinner } from './spinner.tsx'

type Row = Pick<Operation, 'id' | 'verb' | 'target' | 'cause'> &
  Pick<OperationRun, 'state' | 'detail'> & {
    /** Milliseconds; null while it runs or when it never did. */
    readonly took: number | null
  }

interface RunListProps {
  readonly project: string
  readonly operations: readonly Row[]
}

const WORDS = {
  waiting: 'waits',
  running: 'runs',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
} as const

/** The operations of a plan: what each is, its cause, how far it is, how long it took. */
export function RunList({ project, operations }: RunListProps) {
  return (
    <ol className={styles.list}>
      {operations.map((operation, at) => (
        <li
          key={operation.id}
          className={`${styles.item} ${operations[at - 1]?.target === operation.target ? '' : styles.next}`}
          title={operation.cause}
        >
          <StateIcon state={operation.state} />
          <span className={`${styles.words} ${styles[operation.state] ?? ''}`}>
            <span className="visually-hidden">{WORDS[operation.state]}: </span>
            {operationWords(operation, project)}
          </span>
          <span className={styles.took}>{operation.took === null ? '' : tookText(operation.took)}</span>
          {operation.detail && operation.state !== 'done' && (
            <span className={styles.more}>{operation.detail}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

function StateIcon({ state }: { readonly state: Row['state'] }) {
  switch (state) {
    case 'running':
      return <Spinner />
    case 'done':
      return <Check size={14} className={styles.done} aria-hidden="true" />
    case 'failed':
      return <X size={14} className={styles.failed} aria-hidden="true" />
    case 'skipped':
      return <Minus size={14} className={styles.faint} aria-hidden="true" />
    case 'waiting':
      return <Circle size={12} className={styles.faint} aria-hidden="true" />
  }
}

/** A row of the list from an operation of the plan that runs. */
export function rowOf(operation: OperationRun): Row {
  const { startedAt, endedAt } = operation
  return { ...operation, took: startedAt === null || endedAt === null ? null : endedAt - startedAt }
}
