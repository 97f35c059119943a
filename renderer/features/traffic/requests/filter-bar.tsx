import { ChevronDown, ListFilter, X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { buttonClass } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Input } from '../../../components/input.tsx'
import { Menu, MenuChoices } from '../../../components/menu.tsx'
import { instanceColor } from '../../../model/instance-color.ts'
import { type FilterKey, METHODS, withWord, wordValue } from './filter.ts'
import styles from './filter-bar.module.css'

interface FilterBarProps {
  readonly text: string
  readonly problem: string | null
  /** Those that can be chosen. */
  readonly instances: readonly number[]
  readonly onChange: (text: string) => void
}

const ANY = ''

const STATUSES = [
  { value: ANY, label: 'Any status' },
  { value: '2xx', label: '2xx, answered' },
  { value: '3xx', label: '3xx, led elsewhere' },
  { value: '4xx', label: '4xx, refused' },
  { value: '5xx', label: '5xx, failed' },
]

const SLOWER = [
  { value: ANY, label: 'Any duration' },
  ...['50ms', '100ms', '250ms', '500ms', '1s', '5s'].map((value) => ({
    value,
    label: `${value.replace(/(?=m?s$)/, ' ')} or more`,
  })),
]

const METHOD_CHOICES = [
  { value: ANY, label: 'Any method' },
  ...METHODS.map((value) => ({ value, label: value as ReactNode })),
]

/** Which requests are listed, as words that can be typed and as menus that write them. */
export function FilterBar({ text, problem, instances, onChange }: FilterBarProps) {
  const problemId = useId()
  const choose = (key: FilterKey) => (value: string) =>
    onChange(withWord(text, key, value === ANY ? null : value))
  const of = (key: FilterKey) => wordValue(text, key) ?? ANY
  return (
    <search className={styles.bar} aria-label="Filter the requests">
      <div className={styles.field}>
        <ListFilter className={styles.icon} size={14} aria-hidden="true" />
        <Input
          className={styles.input ?? ''}
          aria-label="Filter"
          aria-describedby={problemId}
          aria-invalid={problem !== null}
          placeholder="/path status:5xx slower:500ms"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return
            event.stopPropagation()
            onChange('')
          }}
        />
        {text !== '' && (
          <IconButton
            className={styles.clear ?? ''}
            size="small"
            label="Clear the filter"
            onClick={() => onChange('')}
          >
            <X size={13} />
          </IconButton>
        )}
      </div>
      <Choice name="Status" value={of('status')} options={STATUSES} onChange={choose('status')} />
      <Choice
        name="Instance"
        value={of('instance')}
        options={[
          { value: ANY, label: 'Any instance' },
          ...instances.map((index) => ({ value: String(index), label: <InstanceLabel index={index} /> })),
        ]}
        onChange={choose('instance')}
      />
      <Choice name="Slower" value={of('slower')} options={SLOWER} onChange={choose('slower')} />
      <Choice name="Method" value={of('method')} options={METHOD_CHOICES} onChange={choose('method')} />
      <span id={problemId} className={styles.problem} role="status" title={problem ?? undefined}>
        {problem}
      </span>
    </search>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly onChange: (value: string) => void
}

function Choice({ name, value, options, onChange }: ChoiceProps) {
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className={buttonClass({ look: 'ghost', size: 'small' }, value === ANY ? '' : styles.chosen)}
          aria-label={value === ANY ? name : `${name}: ${value}`}
        >
          {name}
          {value !== ANY && <span className={styles.value}>{value}</span>}
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      }
    >
      <MenuChoices value={value} options={options} onChange={onChange} />
    </Menu>
  )
}

function InstanceLabel({ index }: { readonly index: number }) {
  return (
    <>
      <span className={styles.dot} style={{ background: instanceColor(index) }} aria-hidden="true" />
      app-{index}
    </>
  )
}
