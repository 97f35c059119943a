import { useId, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Input } from '../../../components/input.tsx'
import { attempt } from '../../../lib/notify.ts'
import { isUnderWay } from '../../../model/plan-run.ts'
import { usePick } from '../../../store/store.ts'
import styles from './address.module.css'
import { usePortCheck } from './use-port-check.ts'

/** The public port: shows who holds a busy one and which is free, and moves the stack there without a gap. */
export function PortPicker({ current }: { readonly current: number | null }) {
  const id = useId()
  const [text, setText] = useState(String(current ?? ''))
  const [moving, setMoving] = useState(false)
  const { command, running } = usePick(({ command, run }) => ({ command, running: isUnderWay(run) }))
  const port = Number(text)
  const valid = Number.isInteger(port) && port >= 1 && port <= 65_535
  const changed = valid && port !== current
  const check = usePortCheck(changed ? port : null)

  const move = async () => {
    setMoving(true)
    await attempt(() => command('port.set', { port }))
    setMoving(false)
  }
  return (
    <>
      <form
        className={styles.port}
        onSubmit={(event) => {
          event.preventDefault()
          if (changed && check?.free) void move()
        }}
      >
        <label htmlFor={id}>Port</label>
        <Input
          id={id}
          className={styles.number}
          type="number"
          min={1}
          max={65_535}
          value={text}
          aria-invalid={!valid || check?.free === false}
          aria-describedby={`${id}-words`}
          onChange={({ target }) => setText(target.value)}
        />
        {changed && (
          <Button type="submit" size="small" busy={moving} disabled={!check?.free || running}>
            Move
          </Button>
        )}
      </form>
      <div className={styles.words} id={`${id}-words`} role="status" hidden={valid && !changed}>
        {!valid ? (
          <span className={styles.busy}>A port is a whole number from 1 to 65535.</span>
        ) : check?.free === false ? (
          <>
            <span className={styles.busy}>
              {port} is held by {check.holder || 'another program'}.
            </span>
            <Button size="small" look="ghost" onClick={() => setText(String(check.next))}>
              Use {check.next}
            </Button>
          </>
        ) : check ? (
          <span>{port} is free.</span>
        ) : (
          changed && <span>Looking at {port}</span>
        )}
      </div>
    </>
  )
}
