import { Code, Eye, EyeOff, Table2 } from 'lucide-react'
import { IconButton } from '../../components/icon-button.tsx'
import { Segments } from '../../components/segments.tsx'
import { useDraft } from './draft/draft.ts'
import { Versions } from './versions/versions.tsx'

const VIEWS = [
  { value: 'editor', label: 'Editor', icon: <Code size={14} aria-hidden="true" /> },
  { value: 'table', label: 'Table', icon: <Table2 size={14} aria-hidden="true" /> },
] as const

/** How the file is shown, and its former versions. */
export function Toolbar() {
  const view = useDraft((draft) => draft.view)
  const shown = useDraft((draft) => draft.shown)
  const ready = useDraft(({ file }) => file !== null)
  if (!ready) return null
  return (
    <>
      <Versions />
      <IconButton
        label={shown ? 'Hide secret values' : 'Show secret values'}
        aria-pressed={shown}
        onClick={() => useDraft.setState({ shown: !shown })}
      >
        {shown ? <EyeOff size={15} /> : <Eye size={15} />}
      </IconButton>
      <Segments
        label="View"
        value={view}
        options={VIEWS}
        onChange={(next) => useDraft.setState({ view: next })}
      />
    </>
  )
}
