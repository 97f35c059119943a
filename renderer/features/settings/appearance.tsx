import type { AppSettings } from '../../../contract/app.ts'
import { Segments } from '../../components/segments.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { usePick } from '../../store/store.ts'
import { Row } from './row.tsx'
import { Section } from './section.tsx'
import { useSaving } from './use-saving.ts'

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies readonly { value: AppSettings['theme']; label: string }[]

export function Appearance() {
  const { theme, changeSettings } = usePick(({ settings, changeSettings }) => ({
    theme: settings?.theme,
    changeSettings,
  }))
  const { saving, save } = useSaving()
  return (
    <Section title="Appearance">
      <Row
        label="Theme"
        about="System follows what your desktop is set to."
        saving={saving}
        loading={theme === undefined}
        control={
          theme === undefined ? (
            <Skeleton width={200} height={30} />
          ) : (
            <Segments
              label="Theme"
              value={theme}
              options={THEMES}
              onChange={(next) => void save(() => changeSettings({ theme: next }))}
            />
          )
        }
      />
    </Section>
  )
}
