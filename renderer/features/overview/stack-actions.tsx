import { Ellipsis, ExternalLink, Play, RotateCw, Square, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Snapshot } from '../../../contract/models.ts'
import { Button } from '../../components/button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu, MenuItem } from '../../components/menu.tsx'
import { attempt } from '../../lib/notify.ts'
import { isUnderWay } from '../../model/plan-run.ts'
import { usePick } from '../../store/store.ts'
import { RemoveDialog } from './remove-dialog.tsx'

/** What can be done with the whole stack. */
export function StackActions({ snapshot }: { readonly snapshot: Snapshot }) {
  const [removing, setRemoving] = useState(false)
  const { command, start, starting, running } = usePick((state) => ({
    command: state.command,
    start: state.start,
    starting: state.starting,
    running: isUnderWay(state.run),
  }))
  const { state, url } = snapshot
  const up = state === 'running' || state === 'partial'
  return (
    <>
      {state !== 'running' && (
        <Button
          look="primary"
          icon={<Play size={14} />}
          busy={starting}
          disabled={running}
          onClick={() => void attempt(start)}
        >
          Start
        </Button>
      )}
      {up && (
        <Button
          icon={<RotateCw size={14} />}
          disabled={running}
          onClick={() => void attempt(() => command('stack.restart', { names: [] }))}
        >
          Restart
        </Button>
      )}
      {up && (
        <Button
          icon={<Square size={13} />}
          disabled={running}
          onClick={() => void attempt(() => command('stack.stop', { names: [] }))}
        >
          Stop
        </Button>
      )}
      {state === 'running' && (
        <Button
          look="primary"
          icon={<ExternalLink size={14} />}
          disabled={url === null}
          onClick={() => url && window.open(url, '_blank', 'noopener')}
        >
          Open
        </Button>
      )}
      <Menu
        trigger={
          <IconButton label="More">
            <Ellipsis size={16} />
          </IconButton>
        }
      >
        <MenuItem
          icon={<Trash2 size={15} />}
          danger
          disabled={state === 'down' || running}
          onSelect={() => setRemoving(true)}
        >
          Remove containers…
        </MenuItem>
      </Menu>
      <RemoveDialog project={snapshot.project} open={removing} onClose={() => setRemoving(false)} />
    </>
  )
}
