import { Database, Ellipsis, Play, RotateCw, ScrollText, Square, SquareTerminal } from 'lucide-react'
import type { ServiceStatus } from '../../../../contract/models.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu, MenuItem, MenuLine, MenuLink } from '../../../components/menu.tsx'
import { attempt } from '../../../lib/notify.ts'
import { hrefOf } from '../../../store/route.ts'
import { usePick } from '../../../store/store.ts'

/** What can be done with one service. */
export function ServiceMenu({ service }: { readonly service: ServiceStatus }) {
  const { command, working } = usePick(({ command, run }) => ({ command, working: run?.outcome === null }))
  const { name, image, state } = service
  const act = (verb: 'stack.restart' | 'stack.stop' | 'stack.start') => () =>
    void attempt(() => command(verb, { names: [name] }))
  const running = state === 'running'
  return (
    <Menu
      trigger={
        <IconButton label={`Actions for ${name}`} size="small" disabled={state === 'absent'}>
          <Ellipsis size={15} />
        </IconButton>
      }
    >
      <MenuLink icon={<ScrollText size={15} />} href={hrefOf('logs', { name })}>
        Logs
      </MenuLink>
      {running && (
        <MenuLink icon={<SquareTerminal size={15} />} href={hrefOf('logs', { shell: name })}>
          Shell
        </MenuLink>
      )}
      {running && /postgres/.test(`${name} ${image}`) && (
        <MenuLink icon={<Database size={15} />} href={hrefOf('logs', { psql: name })}>
          psql
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
