import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/notice.tsx'
import { useShoal } from '../../../store/store.ts'
import { Section } from '../section.tsx'
import { FIELDS } from './fields.ts'
import { NumberRow } from './number-row.tsx'
import { useProjectSettings } from './use-project-settings.ts'

/** How the project is run. Each setting stands in one of its files, where it is changed. */
export function Project() {
  const directory = useShoal(({ project }) => project?.directory)
  const { settings, error, reload } = useProjectSettings()
  return (
    <Section title="This project">
      {error && (
        <ErrorNotice
          error={error}
          actions={
            <Button size="small" onClick={() => void reload()}>
              Try again
            </Button>
          }
        />
      )}
      {(settings || !error) &&
        FIELDS.map((field) => (
          <NumberRow
            key={`${directory} ${field.name}`}
            field={field}
            setting={settings?.[field.name]}
            onSaved={reload}
          />
        ))}
    </Section>
  )
}
