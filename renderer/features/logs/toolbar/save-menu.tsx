import { Braces, Copy, Download, FileText } from 'lucide-react'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu, MenuItem, MenuLabel } from '../../../components/menu.tsx'
import type { Format } from '../viewer/export.ts'

interface SaveMenuProps {
  readonly disabled: boolean
  readonly onCopy: () => void
  readonly onSave: (format: Format) => void
}

/** Takes what is shown elsewhere. */
export function SaveMenu({ disabled, onCopy, onSave }: SaveMenuProps) {
  return (
    <Menu
      trigger={
        <IconButton size="small" label="Copy or save" disabled={disabled}>
          <Download size={14} />
        </IconButton>
      }
    >
      <MenuLabel>What is shown</MenuLabel>
      <MenuItem icon={<Copy size={15} />} onSelect={onCopy}>
        Copy
      </MenuItem>
      <MenuItem icon={<FileText size={15} />} onSelect={() => onSave('text')}>
        Save as text
      </MenuItem>
      <MenuItem icon={<Braces size={15} />} onSelect={() => onSave('json')}>
        Save as JSON lines
      </MenuItem>
    </Menu>
  )
}
