import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Input } from '../../../components/input.tsx'
import styles from './cell.module.css'

interface CellProps {
  /** What it is, for assistive technology: "Value of PORT". */
  readonly label: string
  readonly value: string
  /** What is shown while nobody edits. */
  readonly children: ReactNode
  readonly disabled?: boolean
  /** Why a value cannot be; undefined when it can. */
  readonly judge?: (value: string) => string | undefined
  readonly onCommit: (value: string) => void
  /** Called when editing ends, in whichever way. */
  readonly onEnd?: () => void
}

/** Text that is edited in its place: Enter or a click begins, Enter or Tab ends, Escape gives up. */
export function Cell({ label, value, children, disabled = false, judge, onCommit, onEnd }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const back = useRef(false)
  const wrong = typed === null ? undefined : judge?.(typed)

  useEffect(() => {
    if (typed === null && back.current) button.current?.focus()
    back.current = false
  }, [typed])

  const end = () => {
    setTyped(null)
    onEnd?.()
  }
  const commit = () => {
    if (typed === null) return
    if (typed !== value && !wrong) onCommit(typed)
    end()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && wrong) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    back.current = true
    if (event.key === 'Enter') commit()
    else end()
  }

  if (typed !== null)
    return (
      <div>
        <Input
          autoFocus
          className={styles.input}
          aria-label={label}
          aria-invalid={wrong !== undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={commit}
        />
        {wrong && (
          <p className={styles.wrong} role="alert">
            {wrong}
          </p>
        )}
      </div>
    )
  return (
    <button
      ref={button}
      type="button"
      className={styles.cell}
      title={disabled ? undefined : 'Edit'}
      disabled={disabled}
      data-cell=""
      onClick={() => setTyped(value)}
    >
      <span className="visually-hidden">{label}: </span>
      {children}
    </button>
  )
}
