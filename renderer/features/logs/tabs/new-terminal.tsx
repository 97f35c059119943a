import { Database, Plus, SquareTerminal } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { Menu, MenuItem, MenuLabel } from '../../../components/menu.tsx'
import type { Source } from '../sources/list-sources.ts'
import { openTerminal } from '../terminal/sessions.ts'

interface NewTerminalProps {
  readonly directory: string
  readonly sources: readonly Source[]
}

/** Opens a shell in any container that runs, or psql in the database. */
export function NewTerminal({ directory, sources }: NewTerminalProps) {
  // The app's own name means one of its instances; they are all there.
  const running = sources.filter(({ running, nested, name }) => running && (nested || name !== 'app'))
  const databases = running.filter(({ database }) => database)
  return (
    <Menu
      trigger={
        <Button size="small" icon={<Plus size={14} aria-hidden="true" />} disabled={running.length === 0}>
          Terminal
        </Button>
      }
    >
      <MenuLabel>Shell in</MenuLabel>
      {running.map(({ name, label }) => (
        <MenuItem
          key={name}
          icon={<SquareTerminal size={14} />}
          onSelect={() => openTerminal({ directory, name, kind: 'shell' })}
        >
          {label}
        </MenuItem>
      ))}
      {databases.length > 0 && <MenuLabel>Database</MenuLabel>}
      {databases.map(({ name, label }) => (
        <MenuItem
          key={name}
          icon={<Database size={14} />}
          onSelect={() => openTerminal({ directory, name, kind: 'psql' })}
        >
          psql in {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
