import { useShoal } from '../../store/store.ts'
import { Section } from './section.tsx'
import { ToggleRow } from './toggle-row.tsx'

/** What Shoal does by itself. In a browser there is nothing that would stay when its window is closed. */
export function Behaviour() {
  const resident = useShoal(({ about }) => about?.resident ?? true)
  const without = resident ? undefined : 'Only the desktop app can.'
  return (
    <Section title="Behaviour">
      <ToggleRow
        name="openAtLogin"
        label="Start at login"
        about="Shoal starts in the background when you log in."
        without={without}
      />
      <ToggleRow
        name="askOnQuit"
        label="Ask on quit"
        about="Quitting Shoal asks whether a running stack goes on or stops."
        without={without}
      />
      <ToggleRow
        name="notify"
        label="Notifications"
        about="Tells of crashed instances and failed rollouts while the window is not in front."
        without={without}
      />
    </Section>
  )
}
