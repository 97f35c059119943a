import { Tabs } from 'radix-ui'
import { useMemo } from 'react'
import { Button } from '../../components/button.tsx'
import { Screen } from '../../components/screen.tsx'
import { useShoal } from '../../store/store.ts'
import styles from './logs.module.css'
import { listSources } from './sources/list-sources.ts'
import { LOGS_TAB, setLogs, useLogs } from './state.ts'
import { NewTerminal } from './tabs/new-terminal.tsx'
import { TabStrip } from './tabs/tab-strip.tsx'
import { closeTerminal, useSessions } from './terminal/sessions.ts'
import { TerminalView } from './terminal/terminal-view.tsx'
import { useWishes } from './use-wishes.ts'
import { LogView } from './viewer/log-view.tsx'

/** The logs of all containers, and terminals in them. */
export default function Logs() {
  const directory = useShoal(({ project }) => project?.directory)
  const snapshot = useShoal(({ snapshot }) => snapshot)
  const tab = useLogs(({ tab }) => tab)
  const all = useSessions(({ tabs }) => tabs)
  const terminals = all.filter(({ session }) => session.target.directory === directory)
  const sources = useMemo(() => (snapshot ? listSources(snapshot) : []), [snapshot])
  useWishes(directory)
  if (directory === undefined) return null
  const terminal = terminals.find(({ id }) => id === tab)
  return (
    <Tabs.Root
      className={styles.tabs}
      value={terminal?.id ?? LOGS_TAB}
      onValueChange={(tab) => setLogs({ tab })}
    >
      <Screen
        title="Logs"
        about={<TabStrip terminals={terminals} />}
        actions={
          <>
            {terminal && (
              <Button look="ghost" size="small" onClick={() => closeTerminal(terminal.id)}>
                Close terminal
              </Button>
            )}
            <NewTerminal directory={directory} sources={sources} />
          </>
        }
        full
      >
        <Tabs.Content className={styles.panel} value={LOGS_TAB} tabIndex={-1}>
          <LogView key={directory} directory={directory} />
        </Tabs.Content>
        {terminals.map((one) => (
          <Tabs.Content key={one.id} className={styles.panel} value={one.id} tabIndex={-1}>
            <TerminalView tab={one} />
          </Tabs.Content>
        ))}
      </Screen>
    </Tabs.Root>
  )
}
