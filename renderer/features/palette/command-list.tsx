import { Command as Cmdk } from 'cmdk'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { attempt } from '../../lib/notify.ts'
import { type Command, GROUPS } from '../../model/commands/command.ts'
import { commandsFor } from '../../model/commands/commands.ts'
import { perform } from '../../store/perform.ts'
import { sceneOf } from '../../store/scene.ts'
import { useShoal } from '../../store/store.ts'
import { CommandRow } from './command-row.tsx'
import styles from './palette.module.css'

/** The field and what it finds. What was typed is forgotten when the palette closes. */
export function CommandList({ onDone }: { readonly onDone: () => void }) {
  const [typed, setTyped] = useState('')
  const scene = useShoal(useShallow(sceneOf))
  // It is open: it need not offer itself.
  const commands = commandsFor(scene, typed).filter(({ id }) => id !== 'palette')

  const run = ({ act }: Command) => {
    onDone()
    void attempt(() => perform(act))
  }
  return (
    <>
      <div className={styles.field}>
        <Search size={16} aria-hidden="true" />
        <Cmdk.Input
          className={styles.input}
          placeholder={scene.project ? 'Find a command, or type a number of instances' : 'Find a command'}
          value={typed}
          onValueChange={setTyped}
        />
      </div>
      <Cmdk.List className={styles.list} label="Commands">
        <Cmdk.Empty className={styles.empty}>Nothing is called “{typed}”.</Cmdk.Empty>
        {GROUPS.map((group) => {
          const members = commands.filter((one) => one.group === group)
          return (
            members.length > 0 && (
              <Cmdk.Group key={group} heading={group} className={styles.group}>
                {members.map((one) => (
                  <CommandRow key={one.id} command={one} onRun={() => run(one)} />
                ))}
              </Cmdk.Group>
            )
          )
        })}
      </Cmdk.List>
    </>
  )
}
