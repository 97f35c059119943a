import { useEffect } from 'react'
import { useShoal } from '../../store/store.ts'
import { LOGS_TAB, setLogs } from './state.ts'
import { showTerminal } from './terminal/sessions.ts'

/** Does what the address asks for: `?name=app-2`, `?shell=app-2`, `?psql=postgres`. */
export function useWishes(directory: string | undefined): void {
  const query = useShoal(({ route }) => route.query)
  useEffect(() => {
    const { name, shell, psql } = query
    if (directory === undefined) return
    if (name !== undefined) setLogs({ names: [name], tab: LOGS_TAB })
    if (shell !== undefined) showTerminal({ directory, name: shell, kind: 'shell' })
    if (psql !== undefined) showTerminal({ directory, name: psql, kind: 'psql' })
    // What was asked for is done: the address asks no more, so that it can ask for the same again.
    if (name ?? shell ?? psql) window.location.replace('#/logs')
  }, [directory, query])
}
