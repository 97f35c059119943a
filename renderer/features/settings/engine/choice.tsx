import { Check, Minus } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import styles from './candidates.module.css'

interface ChoiceProps {
  readonly value: string
  readonly title: string
  readonly host?: string
  readonly detail: string
  /** Undefined for what is no engine in particular. */
  readonly answers?: boolean
}

/** One engine to choose. One that does not answer can be chosen too: it may be started later. */
export function Choice({ value, title, host, detail, answers }: ChoiceProps) {
  const id = useId()
  return (
    <label className={styles.choice} htmlFor={id}>
      <RadioGroup.Item id={id} value={value} className={styles.radio}>
        <RadioGroup.Indicator className={styles.dot} />
      </RadioGroup.Item>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {host && <code className={styles.host}>{host}</code>}
      </span>
      <span className={styles.detail}>
        {answers === true && <Check size={13} className={styles.good} aria-label="answers" />}
        {answers === false && <Minus size={13} aria-hidden="true" />}
        {detail}
      </span>
    </label>
  )
}
