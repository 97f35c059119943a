import { type KeyboardEvent, useState } from 'react'
import type { ProjectSettings } from '../../../../contract/project.ts'
import { Input } from '../../../components/input.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useShoal } from '../../../store/store.ts'
import { Row } from '../row.tsx'
import { useSaving } from '../use-saving.ts'
import { type Field, type FieldName, fieldText, parseField } from './fields.ts'
import styles from './number-row.module.css'
import { Question } from './question.tsx'

interface NumberRowProps {
  readonly field: Field
  /** Undefined until it is known. */
  readonly setting: ProjectSettings[FieldName] | undefined
  readonly onSaved: () => Promise<void>
}

/** A number that stands in a file of the project. Where changing it touches what runs, it asks first. */
export function NumberRow({ field, setting, onSaved }: NumberRowProps) {
  const command = useShoal((state) => state.command)
  const { saving, save } = useSaving()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState('')
  const [wanted, setWanted] = useState<number | null>(null)
  const present = setting?.value ?? null
  const configure = (value: number, dryRun: boolean) =>
    command('project.configure', { change: { [field.name]: value }, dryRun })

  const reset = () => {
    setTyped(null)
    setWanted(null)
    setWrong('')
  }
  const write = async (value: number) => {
    setWanted(null)
    const saved = await save(async () => {
      await configure(value, false)
      await onSaved()
    })
    if (saved) reset()
  }
  const propose = async () => {
    if (typed === null || wanted !== null || saving.state === 'saving') return
    const parsed = parseField(field, typed)
    if ('wrong' in parsed) return setWrong(parsed.wrong)
    if (parsed.value === present) return reset()
    try {
      const { plan } = await configure(parsed.value, true)
      if (plan.operations.length > 0) setWanted(parsed.value)
      else await write(parsed.value)
    } catch (thrown) {
      await save(() => Promise.reject(thrown))
    }
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') void propose()
    if (key === 'Escape') reset()
  }

  return (
    <Row
      label={field.label}
      about={
        <>
          {field.about}{' '}
          <span className={styles.source}>
            {setting ? setting.source : <Skeleton width={180} height={12} />}
          </span>
        </>
      }
      saving={saving}
      loading={!setting}
      control={
        <span className={styles.control}>
          {setting ? (
            <Input
              type="number"
              className={styles.input}
              aria-label={`${field.label}, ${field.unit}`}
              aria-invalid={wrong !== ''}
              min={field.min}
              max={field.max}
              step={field.step}
              disabled={present === null || saving.state === 'saving'}
              value={typed ?? (present === null ? '' : fieldText(field, present))}
              onChange={(event) => {
                setTyped(event.target.value)
                setWanted(null)
                setWrong('')
              }}
              onKeyDown={onKeyDown}
              onBlur={() => void propose()}
            />
          ) : (
            <Skeleton width={84} height={32} />
          )}
          <span className={styles.unit}>{field.unit}</span>
        </span>
      }
    >
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      {wanted !== null && <Question onYes={() => void write(wanted)} onNo={reset} />}
    </Row>
  )
}
