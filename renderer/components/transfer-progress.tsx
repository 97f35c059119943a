import { ChevronRight, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Part } from '../../contract/models.ts'
import { partWords, transferWords } from '../lib/transfer-words.ts'
import type { OperationRun } from '../model/plan-run.ts'
import { isStep, shareOf, transferOf } from '../model/transfer.ts'
import { IconButton } from './icon-button.tsx'
import { Progress } from './progress.tsx'
import styles from './transfer-progress.module.css'

interface TransferProgressProps {
  readonly operation: OperationRun
  /** Stops it; without it there is no button for that. */
  readonly onCancel?: (() => void) | undefined
}

/** How far a pull or a build is, as a whole and, when asked, layer by layer. Nothing for an operation without parts. */
export function TransferProgress({ operation, onCancel }: TransferProgressProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { target, parts } = operation
  const transfer = transferOf(parts)
  if (!transfer) return null
  const words = transferWords(transfer)
  return (
    <div className={styles.transfer}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={13} aria-hidden="true" />
          <span className={styles.target}>{target}</span>
        </button>
        {onCancel && (
          <IconButton label={`Cancel ${target}`} size="small" onClick={onCancel}>
            <X size={14} />
          </IconButton>
        )}
      </div>
      <span className={styles.words}>{words}</span>
      <Progress label={`${target}: ${words}`} done={transfer.share} total={transfer.share > 0 ? 1 : 0} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <ul id={id} className={styles.parts} hidden={!open} tabIndex={0} aria-label={`Parts of ${target}`}>
        {open && parts.map((part) => <PartRow key={part.name} part={part} />)}
      </ul>
    </div>
  )
}

function PartRow({ part }: { readonly part: Part }) {
  const { name, state } = part
  const step = isStep(part)
  return (
    <li className={styles.part} data-state={state}>
      <code className={styles.name} title={name}>
        {step ? name.replace(/^step \d+\/\d+\s*:\s*/i, '') : name}
      </code>
      <span className={styles.state}>{partWords(part)}</span>
      {!step && (
        <span className={styles.track} aria-hidden="true">
          <span style={{ width: `${shareOf(part) * 100}%` }} />
        </span>
      )}
    </li>
  )
}
