import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { usePick } from '../../store/store.ts'
import { CommandList } from './command-list.tsx'
import styles from './palette.module.css'
import { rank } from './rank.ts'

/** Everything that can be done, found by typing. */
export function Palette() {
  const { open, show } = usePick(({ overlay, show }) => ({ open: overlay === 'palette', show }))
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || show(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">Commands</Dialog.Title>
          {/* Ctrl+K closes it again instead of moving up, as it would in vim. */}
          <Command label="Commands" loop vimBindings={false} filter={rank}>
            <CommandList onDone={() => show(null)} />
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
