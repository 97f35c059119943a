import { Ellipsis, Play, RotateCw, ScrollText, Square, SquareTerminal } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu, MenuItem, MenuLine, MenuLink } from '../../components/menu.tsx'
import { attempt } from '../../lib/notify.ts'
import { isUnderWay } from '../../model/plan-run.ts'
import { hrefOf } from '../../store/route.ts'
import { usePick } from '../../store/store.ts'

interface ContainerMenuProps {
  /** A service or an instance, as the engine calls it. */
  readonly name: string
  readonly running: boolean
  /** There is no container to do anything with. */
  readonly absent?: boolean
  /** Ways that only this one has, shown while it runs. */
  readonly children?: ReactNode
}

/** What can be done with a service or an instance: look into it, and start, stop or restart it. */
export function ContainerMenu({ name, running, absent = false, children }: ContainerMenuProps) {
  const { command, working } = usePick(({ command, run }) => ({ command, working: isUnderWay(run) }))
  const act = (verb: 'stack.restart' | 'stack.stop' | 'stack.start') => () =>
    void attempt(() => command(verb, { names: [name] }))
  return (
    <Menu
      trigger={
        <IconButton label={`Actions for ${name}`} size="small" disabled={absent}>
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
      {running && children}
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
