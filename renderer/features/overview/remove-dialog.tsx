import { useId, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Input } from '../../components/input.tsx'
import { Switch } from '../../components/switch.tsx'
import { attempt } from '../../lib/notify.ts'
import { useShoal } from '../../store/store.ts'
import styles from './remove-dialog.module.css'

interface RemoveDialogProps {
  readonly project: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Takes the stack down. With its data only after the project's name was typed: that cannot be undone. */
export function RemoveDialog({ project, open, onClose }: RemoveDialogProps) {
  const command = useShoal((state) => state.command)
  const field = useId()
  const [volumes, setVolumes] = useState(false)
  const [typed, setTyped] = useState('')
  const close = () => {
    setVolumes(false)
    setTyped('')
    onClose()
  }
  const remove = () => {
    close()
    void attempt(() => command('stack.down', { volumes }))
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={`Remove the containers of ${project}?`}
      about="The stack stops answering. Start makes everything again from the project’s files."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="danger" disabled={volumes && typed !== project} onClick={remove}>
            {volumes ? 'Remove with data' : 'Remove containers'}
          </Button>
        </>
      }
    >
      <div className={styles.choice}>
        <div>
          <strong>Also delete the data</strong>
          <p className={styles.about}>Volumes go too: the database’s content is lost for good.</p>
        </div>
        <Switch label="Also delete the data" on={volumes} onChange={setVolumes} />
      </div>
      {volumes && (
        <label className={styles.confirm} htmlFor={field}>
          <span>
            Type <code>{project}</code> to confirm
          </span>
          <Input
            id={field}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
      )}
    </Dialog>
  )
}
