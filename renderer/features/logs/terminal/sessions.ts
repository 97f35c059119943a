import { create } from 'zustand'
import { LOGS_TAB, setLogs, useLogs } from '../state.ts'
import { titleOf } from './commands.ts'
import { Session, type SessionState, type SessionTarget } from './session.ts'

export interface TerminalTab {
  readonly id: string
  readonly title: string
  readonly session: Session
  readonly state: SessionState
}

interface Sessions {
  readonly tabs: readonly TerminalTab[]
}

/** The open terminals. They outlive the screen that shows them, so that one can look elsewhere meanwhile. */
export const useSessions = create<Sessions>(() => ({ tabs: [] }))

let last = 0

/** Opens a terminal in a container and shows it. */
export function openTerminal(target: SessionTarget): void {
  last += 1
  const id = `terminal-${last}`
  const session = new Session(target, (state) => change(id, state))
  const title = numbered(titleOf(target.kind, target.name))
  useSessions.setState(({ tabs }) => ({
    tabs: [...tabs, { id, title, session, state: { kind: 'running' } }],
  }))
  setLogs({ tab: id })
}

/** Shows the terminal of a container if there is one whose process runs, else a new one. */
export function showTerminal(target: SessionTarget): void {
  const { directory, name, kind } = target
  const found = useSessions.getState().tabs.find(({ session, state }) => {
    const other = session.target
    return (
      state.kind === 'running' && other.directory === directory && other.name === name && other.kind === kind
    )
  })
  if (found) setLogs({ tab: found.id })
  else openTerminal(target)
}

/** Ends what runs in a terminal and takes it away. The tab before it is shown. */
export function closeTerminal(id: string): void {
  const { tabs } = useSessions.getState()
  const at = tabs.findIndex((tab) => tab.id === id)
  tabs[at]?.session.close()
  useSessions.setState({ tabs: tabs.filter((tab) => tab.id !== id) })
  if (useLogs.getState().tab === id) setLogs({ tab: tabs[at - 1]?.id ?? LOGS_TAB })
}

function change(id: string, state: SessionState): void {
  useSessions.setState(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, state } : tab)) }))
}

/** "Shell app-2", then "Shell app-2 (2)". */
function numbered(title: string): string {
  const titles = new Set(useSessions.getState().tabs.map((tab) => tab.title))
  let number = 1
  const name = () => (number === 1 ? title : `${title} (${number})`)
  while (titles.has(name())) number++
  return name()
}
