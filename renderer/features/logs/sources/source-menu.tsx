import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Button } from '../../../components/button.tsx'
import { setLogs, useLogs } from '../state.ts'
import { type Source, selectionText, toggled } from './list-sources.ts'
import styles from './source-menu.module.css'
import { toneColor } from './tone-color.ts'

/** The same choice where there is no room for a list. It stays open while several are chosen. */
export function SourceMenu({ sources }: { readonly sources: readonly Source[] }) {
  const names = useLogs(({ names }) => names)
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button size="small" aria-label={`Sources: ${selectionText(names, sources)}`}>
          {selectionText(names, sources)}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
          <Item label="All" on={names.length === 0} toggle={() => setLogs({ names: [] })} />
          {sources.map(({ name, label, tone, nested }) => (
            <Item
              key={name}
              label={label}
              nested={nested}
              color={toneColor(tone)}
              on={names.includes(name)}
              toggle={() => setLogs({ names: toggled(names, name) })}
            />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface ItemProps {
  readonly label: string
  readonly on: boolean
  readonly nested?: boolean
  readonly color?: string
  readonly toggle: () => void
}

function Item({ label, on, nested = false, color = 'transparent', toggle }: ItemProps) {
  return (
    <DropdownMenu.CheckboxItem
      className={`${styles.item} ${nested ? styles.nested : ''}`}
      checked={on}
      onSelect={(event) => {
        event.preventDefault()
        toggle()
      }}
    >
      <span className={styles.dot} style={{ background: color }} aria-hidden="true" />
      {label}
      {on && <Check className={styles.check} size={13} aria-hidden="true" />}
    </DropdownMenu.CheckboxItem>
  )
}
