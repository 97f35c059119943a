import { Activity, Clock, Palette, SlidersHorizontal, WrapText } from 'lucide-react'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu, MenuCheck } from '../../../components/menu.tsx'
import { setLogs, useLogs } from '../state.ts'

/** How the lines look, and whether what happened to the instances is among them. */
export function ViewMenu() {
  const { stamps, wrap, colours, events } = useLogs()
  return (
    <Menu
      trigger={
        <IconButton size="small" label="View">
          <SlidersHorizontal size={14} />
        </IconButton>
      }
    >
      <MenuCheck icon={<Activity size={15} />} on={events} onToggle={() => setLogs({ events: !events })}>
        Health and lifecycle
      </MenuCheck>
      <MenuCheck icon={<Clock size={15} />} on={stamps} onToggle={() => setLogs({ stamps: !stamps })}>
        Time stamps
      </MenuCheck>
      <MenuCheck icon={<WrapText size={15} />} on={wrap} onToggle={() => setLogs({ wrap: !wrap })}>
        Wrap long lines
      </MenuCheck>
      <MenuCheck icon={<Palette size={15} />} on={colours} onToggle={() => setLogs({ colours: !colours })}>
        The app’s colours
      </MenuCheck>
    </Menu>
  )
}
