import type { AppSettings } from '../../../contract/app.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { Switch } from '../../components/switch.tsx'
import { usePick } from '../../store/store.ts'
import { Row } from './row.tsx'
import { useSaving } from './use-saving.ts'

interface ToggleRowProps {
  readonly name: 'openAtLogin' | 'askOnQuit' | 'notify'
  readonly label: string
  readonly about: string
  /** Why it has no effect here; undefined when it has. */
  readonly without?: string | undefined
}

/** A setting that is on or off. */
export function ToggleRow({ name, label, about, without }: ToggleRowProps) {
  const { on, changeSettings } = usePick(({ settings, changeSettings }) => ({
    on: settings?.[name],
    changeSettings,
  }))
  const { saving, save } = useSaving()
  const change = (next: boolean) => void save(() => changeSettings({ [name]: next } as Partial<AppSettings>))
  return (
    <Row
      label={label}
      about={without ? `${about} ${without}` : about}
      saving={saving}
      loading={on === undefined}
      control={
        on === undefined ? (
          <Skeleton width={34} height={20} />
        ) : (
          <Switch label={label} on={on && !without} disabled={without !== undefined} onChange={change} />
        )
      }
    />
  )
}
