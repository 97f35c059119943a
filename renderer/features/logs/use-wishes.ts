import { useEffect } from 'react'
import { parseLogsWish } from '../../model/logs-wish.ts'
import { useShoal } from '../../store/store.ts'
import { sessionOf } from './session.ts'
import { EVERYTHING, followRequest, LOGS_TAB, setLogs } from './state.ts'
import { showTerminal } from './terminal/sessions.ts'

/** Does what the address asks for: some of the logs (`parseLogsWish`), `?shell=app-2`, `?psql=postgres`. */
export function useWishes(directory: string | undefined): void {
  const query = useShoal(({ route }) => route.query)
  useEffect(() => {
    const { shell, psql } = query
    const wish = parseLogsWish(query)
    if (directory === undefined) return
    if (wish) {
      const { at, ...choice } = wish
      setLogs({ ...EVERYTHING, ...choice, request: null, tab: LOGS_TAB })
      if (choice.request !== null) followRequest(choice.request)
      if (at !== null) sessionOf(directory).showTime(at)
    }
    if (shell !== undefined) showTerminal({ directory, name: shell, kind: 'shell' })
    if (psql !== undefined) showTerminal({ directory, name: psql, kind: 'psql' })
    // What was asked for is done: the address asks no more, so that it can ask for the same again.
    if (wish ?? shell ?? psql) window.location.replace('#/logs')
  }, [directory, query])
}
