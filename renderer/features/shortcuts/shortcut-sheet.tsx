import { Dialog } from '../../components/dialog.tsx'
import { Keys } from '../../components/keys.tsx'
import { shortcutsOf } from '../../model/commands/shortcuts.ts'
import { usePick, useShoal } from '../../store/store.ts'
import styles from './shortcut-sheet.module.css'

/** Every shortcut there is, by what it is for. */
export function ShortcutSheet() {
  const { open, show } = usePick(({ overlay, show }) => ({ open: overlay === 'shortcuts', show }))
  return (
    <Dialog open={open} onClose={() => show(null)} title="Keyboard shortcuts" wide>
      <Shortcuts />
    </Dialog>
  )
}

function Shortcuts() {
  const project = useShoal((state) => state.project !== null)
  return (
    <div className={styles.groups}>
      {shortcutsOf(project).map(({ group, shortcuts }) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.title}>{group}</h3>
          <dl>
            {shortcuts.map(({ title, keys }) => (
              <div key={title} className={styles.row}>
                <dt>{title}</dt>
                <dd className={styles.keys}>
                  {keys.map((one) => (
                    <Keys key={one} keys={one} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
