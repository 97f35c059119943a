import { ScrollText, SquareTerminal, X } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { LOGS_TAB } from '../state.ts'
import { closeTerminal, type TerminalTab } from '../terminal/sessions.ts'
import styles from './tab-strip.module.css'

/** The logs, and the open terminals beside them. Delete closes the terminal whose tab has the focus. */
export function TabStrip({ terminals }: { readonly terminals: readonly TerminalTab[] }) {
  return (
    <Tabs.List className={styles.strip} aria-label="Logs and terminals">
      <Tabs.Trigger value={LOGS_TAB} className={styles.tab}>
        <ScrollText size={14} aria-hidden="true" />
        Logs
      </Tabs.Trigger>
      {terminals.map(({ id, title, state }) => (
        <Tabs.Trigger
          key={id}
          value={id}
          className={`${styles.tab} ${styles.closable}`}
          onKeyDown={({ key }) => key === 'Delete' && closeTerminal(id)}
        >
          <SquareTerminal size={14} aria-hidden="true" />
          {title}
          {state.kind !== 'running' && <span className={styles.over}>ended</span>}
          {/* For the pointer only: a tab can hold no second control. */}
          <X
            className={styles.close}
            size={20}
            aria-hidden="true"
            onMouseDown={(event) => event.stopPropagation()}
            onClick={() => closeTerminal(id)}
          />
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  )
}
