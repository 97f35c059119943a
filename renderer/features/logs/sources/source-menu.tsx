import { ChevronDown } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { Menu, MenuCheck } from '../../../components/menu.tsx'
import { setLogs, useLogs } from '../state.ts'
import { type Source, selectionText, toggled } from './list-sources.ts'
import styles from './source-menu.module.css'
import { toneColor } from './tone-color.ts'

/** The same choice where there is no room for a list. It stays open while several are chosen. */
export function SourceMenu({ sources }: { readonly sources: readonly Source[] }) {
  const names = useLogs(({ names }) => names)
  return (
    <Menu
      align="start"
      trigger={
        <Button size="small" aria-label={`Sources: ${selectionText(names, sources)}`}>
          {selectionText(names, sources)}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      }
    >
      <MenuCheck
        icon={<Dot color="transparent" />}
        on={names.length === 0}
        onToggle={() => setLogs({ names: [] })}
      >
        All
      </MenuCheck>
      {sources.map(({ name, label, tone, nested }) => (
        <MenuCheck
          key={name}
          icon={<Dot color={toneColor(tone)} nested={nested} />}
          on={names.includes(name)}
          onToggle={() => setLogs({ names: toggled(names, name) })}
        >
          {label}
        </MenuCheck>
      ))}
    </Menu>
  )
}

function Dot({ color, nested = false }: { readonly color: string; readonly nested?: boolean }) {
  const look = `${styles.dot} ${nested ? styles.nested : ''}`
  return <span className={look} style={{ background: color }} aria-hidden="true" />
}
