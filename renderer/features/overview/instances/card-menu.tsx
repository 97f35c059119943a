import { Ellipsis, ExternalLink, Play, RotateCw, ScrollText, Square, SquareTerminal } from 'lucide-react'
import type { Instance } from '../../../../contract/models.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu, MenuItem, MenuLine, MenuLink } from '../../../components/menu.tsx'
import { attempt } from '../../../lib/notify.ts'
import { instanceUrl } from '../../../model/instance-url.ts'
import { hrefOf } from '../../../store/route.ts'
import { usePick } from '../../../store/store.ts'

interface CardMenuProps {
  readonly instance: Instance
  readonly short: string
  readonly url: string | null
}

/** What can be done with one instance. */
export function CardMenu({ instance, short, url }: CardMenuProps) {
  const { command, working } = usePick(({ command, run }) => ({ command, working: run?.outcome === null }))
  const act = (name: 'stack.restart' | 'stack.stop' | 'stack.start') => () =>
    void attempt(() => command(name, { names: [short] }))
  const running = instance.state === 'running'
  return (
    <Menu
      trigger={
        <IconButton label={`Actions for ${short}`} size="small">
          <Ellipsis size={15} />
        </IconButton>
      }
    >
      <MenuLink icon={<ScrollText size={15} />} href={hrefOf('logs', { name: short })}>
        Logs
      </MenuLink>
      {running && (
        <MenuLink icon={<SquareTerminal size={15} />} href={hrefOf('logs', { shell: short })}>
          Shell
        </MenuLink>
      )}
      {running && url && (
        <MenuLink icon={<ExternalLink size={15} />} href={instanceUrl(url, instance.index)} outside>
          Open only this one
        </MenuLink>
      )}
      <MenuLine />
      {running ? (
        <>
          <MenuItem icon={<RotateCw size={15} />} disabled={working} onSelect={act('stack.restart')}>
            Restart
          </MenuItem>
          <MenuItem icon={<Square size={14} />} disabled={working} onSelect={act('stack.stop')}>
            Stop
          </MenuItem>
        </>
      ) : (
        <MenuItem icon={<Play size={15} />} disabled={working} onSelect={act('stack.start')}>
          Start
        </MenuItem>
      )}
    </Menu>
  )
}
