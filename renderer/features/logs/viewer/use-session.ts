import { useEffect, useMemo } from 'react'
import { useShoal } from '../../../store/store.ts'
import { soughtOf, type Wanted, wantedOf } from '../lines/wanted.ts'
import { type LogSession, sessionOf } from '../session.ts'
import { useLogs } from '../state.ts'
import { type Compiled, compileSearch } from '../text/search.ts'

/** Milliseconds without a keystroke before the engine is asked for what was typed. */
const PAUSE = 150

interface Looking {
  readonly session: LogSession
  readonly wanted: Wanted
  /** Why what is typed is no regular expression. */
  readonly problem: string | undefined
}

/** Keeps the session of a project in step with how the logs are looked at, while the screen is shown. */
export function useSession(directory: string, names: number): Looking {
  const session = useMemo(() => sessionOf(directory), [directory])
  const connected = useShoal(({ link }) => link === 'open')
  const choice = useLogs()
  const { text, regex, matchCase, stamps, wrap, colours } = choice
  const compiled = useMemo(() => compileSearch({ text, regex, matchCase }), [text, regex, matchCase])
  const problem = 'problem' in compiled ? compiled.problem : undefined
  // What cannot be looked for leaves nothing out.
  const possible = problem === undefined ? choice : { ...choice, text: '' }
  const wanted = JSON.stringify(wantedOf(directory, possible))
  const sought = JSON.stringify(soughtOf(directory, possible) ?? null)

  useEffect(() => {
    let stop = () => {}
    const timer = setTimeout(
      () => {
        stop = session.follow(JSON.parse(wanted) as Wanted)
      },
      wanted.includes('"search"') ? PAUSE : 0,
    )
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session, wanted])

  useEffect(() => {
    if (!connected) return
    const timer = setTimeout(
      () => void session.find((JSON.parse(sought) as Wanted | null) ?? undefined),
      PAUSE,
    )
    return () => clearTimeout(timer)
  }, [session, sought, connected])

  useEffect(() => session.controller.mark(markOf(compiled, regex)), [session, compiled, regex])
  useEffect(
    () => session.controller.look({ stamps, wrap, colours, names }),
    [session, stamps, wrap, colours, names],
  )
  return { session, wanted: JSON.parse(wanted) as Wanted, problem }
}

function markOf(compiled: Compiled, regex: boolean) {
  return 'expression' in compiled && compiled.expression
    ? { expression: compiled.expression, plain: !regex }
    : undefined
}
