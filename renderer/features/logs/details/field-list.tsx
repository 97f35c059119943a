import { stripAnsi } from '../text/ansi.ts'
import styles from './field-list.module.css'

/** The fields of a structured record, whole: nested ones over several lines. */
export function FieldList({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) {
  return (
    <dl className={styles.fields}>
      {Object.entries(fields).map(([name, value]) => (
        <div key={name} className={styles.field}>
          <dt>{name}</dt>
          <dd data-kind={typeof value}>{valueText(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value.split('\n').map(stripAnsi).join('\n')
  return JSON.stringify(value, null, 2)
}
