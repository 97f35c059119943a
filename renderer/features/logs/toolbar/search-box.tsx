import { ArrowDown, ArrowUp, CaseSensitive, ListFilter, Regex, Search } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useId } from 'react'
import { IconButton } from '../../../components/icon-button.tsx'
import { Input } from '../../../components/input.tsx'
import type { Found } from '../search/finder.ts'
import { setLogs, useLogs } from '../state.ts'
import { matchText } from '../viewer/words.ts'
import styles from './search-box.module.css'

interface SearchBoxProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly found: Found
  /** Whether what is typed cannot be looked for; why, is said below. */
  readonly bad: boolean
  readonly onStep: (by: 1 | -1) => void
}

/** Looks for a text or a regular expression in all that the engine keeps. */
export function SearchBox({ input, found, bad, onStep }: SearchBoxProps) {
  const { text, regex, matchCase, onlyMatches } = useLogs()
  const tellId = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape' && text !== '') setLogs({ text: '', onlyMatches: false })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const counted = found.state === 'found' ? matchText(found.total, found.at) : ''
  const words = text === '' || bad ? '' : found.state === 'searching' ? 'Searching' : counted
  return (
    <search className={styles.search}>
      <div className={styles.field}>
        <Search className={styles.icon} size={14} aria-hidden="true" />
        <Input
          ref={input}
          className={styles.input ?? ''}
          aria-label="Search the lines"
          aria-describedby={tellId}
          aria-invalid={bad}
          placeholder="Search"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setLogs({ text: target.value })}
          onKeyDown={onKeyDown}
        />
        <Toggle label="Match case" on={matchCase} onClick={() => setLogs({ matchCase: !matchCase })}>
          <CaseSensitive size={15} />
        </Toggle>
        <Toggle label="Regular expression" on={regex} onClick={() => setLogs({ regex: !regex })}>
          <Regex size={13} />
        </Toggle>
      </div>
      <span id={tellId} className={styles.count} role="status">
        {words}
      </span>
      {text !== '' && !bad && (
        <>
          <IconButton size="small" label="Previous match" keys="Shift+F3" onClick={() => onStep(-1)}>
            <ArrowUp size={14} />
          </IconButton>
          <IconButton size="small" label="Next match" keys="F3" onClick={() => onStep(1)}>
            <ArrowDown size={14} />
          </IconButton>
          <IconButton
            size="small"
            label="Only lines that match"
            aria-pressed={onlyMatches}
            onClick={() => setLogs({ onlyMatches: !onlyMatches })}
          >
            <ListFilter size={14} />
          </IconButton>
        </>
      )}
    </search>
  )
}

interface ToggleProps {
  readonly label: string
  readonly on: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Toggle({ label, on, onClick, children }: ToggleProps) {
  return (
    <IconButton
      size="small"
      className={styles.toggle ?? ''}
      label={label}
      aria-pressed={on}
      onClick={onClick}
    >
      {children}
    </IconButton>
  )
}
