import {
  CircleX,
  Copy,
  CornerDownRight,
  ExternalLink,
  FishSymbol,
  FolderOpen,
  Keyboard,
  LogOut,
  Palette,
  Play,
  RotateCw,
  ScrollText,
  Search,
  SlidersHorizontal,
  Square,
  SquareTerminal,
} from 'lucide-react'
import type { Act, Command } from '../../model/commands/command.ts'

const ICONS: Readonly<Record<Act['kind'], typeof Play>> = {
  go: CornerDownRight,
  start: Play,
  stop: Square,
  restart: RotateCw,
  scale: SlidersHorizontal,
  browse: ExternalLink,
  copy: Copy,
  cancel: CircleX,
  open: FolderOpen,
  choose: FolderOpen,
  sample: FishSymbol,
  close: LogOut,
  theme: Palette,
  show: Keyboard,
}

/** A picture of what a command does; its title says the same. */
export function CommandIcon({ command: { act } }: { readonly command: Command }) {
  const Icon =
    act.kind === 'go' && act.query?.name
      ? ScrollText
      : act.kind === 'go' && act.query?.shell
        ? SquareTerminal
        : act.kind === 'show' && act.what === 'palette'
          ? Search
          : ICONS[act.kind]
  return <Icon size={15} aria-hidden="true" />
}
