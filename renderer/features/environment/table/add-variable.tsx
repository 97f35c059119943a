import { Plus } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Input } from '../../../components/input.tsx'
import { attempt } from '../../../lib/notify.ts'
import { useDraft } from '../draft/draft.ts'
import { editVariables } from '../draft/edit-variables.ts'
import { isName } from './rows.ts'
import styles from './table.module.css'

/** Adds a variable at the end of the file. Names that are known are offered. */
export function AddVariable() {
  const known = useDraft(({ keys }) => keys)
  const entries = useDraft(({ checked }) => checked?.entries)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [wrong, setWrong] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const used = new Set(entries?.map(({ key }) => key))

  const judge = () => {
    if (!isName(name)) return 'Use letters, digits and _, not starting with a digit.'
    return used.has(name) ? `${name} is there already. Change it in its row.` : ''
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const fault = judge()
    setWrong(fault)
    if (fault || !(await attempt(() => editVariables({ set: { [name]: value } })))) return
    setName('')
    setValue('')
    field.current?.focus()
  }
  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      <Input
        ref={field}
        className={styles.field}
        aria-label="Name of the new variable"
        aria-invalid={wrong !== ''}
        placeholder="NAME"
        list={list}
        autoComplete="off"
        spellCheck={false}
        value={name}
        onChange={(event) => {
          setName(event.target.value)
          setWrong('')
        }}
      />
      <datalist id={list}>
        {known
          .filter(({ key }) => !used.has(key))
          .map(({ key, about }) => (
            <option key={key} value={key}>
              {about}
            </option>
          ))}
      </datalist>
      <Input
        className={styles.field}
        aria-label="Value of the new variable"
        placeholder={known.find(({ key }) => key === name)?.example || 'value'}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="submit" icon={<Plus size={14} />} disabled={name === ''}>
        Add
      </Button>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}
