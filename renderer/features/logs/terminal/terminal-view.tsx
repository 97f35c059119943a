import { RotateCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import type { TerminalTab } from './sessions.ts'
import styles from './terminal-view.module.css'

/** A terminal, and what became of its process. */
export function TerminalView({ tab }: { readonly tab: TerminalTab }) {
  const { session, state, title } = tab
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? session.mount(place.current) : undefined), [session])
  const again = (
    <Button size="small" icon={<RotateCw size={13} aria-hidden="true" />} onClick={() => session.run()}>
      Run again
    </Button>
  )
  return (
    <section className={styles.view} aria-label={title}>
      <div className={styles.body}>
        <div ref={place} className={styles.place} />
      </div>
      {state.kind === 'ended' && (
        <div className={styles.end}>
          <Notice tone={state.code === 0 ? 'info' : 'warn'} actions={again}>
            Ended with exit code {state.code}
          </Notice>
        </div>
      )}
      {state.kind === 'failed' && (
        <div className={styles.end}>
          <Notice tone="bad" hint={state.error.hint} actions={again}>
            {state.error.message}
          </Notice>
        </div>
      )}
    </section>
  )
}
