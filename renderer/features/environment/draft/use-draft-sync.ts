import { useEffect } from 'react'
import { useShoal } from '../../../store/store.ts'
import { useDraft } from './draft.ts'
import { check, preview } from './look.ts'
import { openDraft, readFile } from './read-file.ts'

/** Milliseconds without a keystroke before the engine is asked about the text. */
const PAUSE = 150
/** Milliseconds between two looks at the file. */
const LOOK_EVERY = 2_000

/** Keeps the draft in step with the file and with what the engine says about the text, while the screen is shown. */
export function useDraftSync(directory: string): void {
  const connected = useShoal(({ link }) => link === 'open')
  const text = useDraft((draft) => draft.text)
  const hash = useDraft(({ file }) => file?.hash)
  const applying = useDraft((draft) => draft.applying)
  /** What a preview depends on beside the text: which instances there are, and what they run with. */
  const stack = useShoal(({ snapshot }) =>
    snapshot
      ? [snapshot.state, ...snapshot.instances.map(({ name, current }) => `${name} ${current}`)].join()
      : '',
  )

  useEffect(() => {
    if (connected) void openDraft(directory)
  }, [directory, connected])

  useEffect(() => {
    if (!connected) return
    const look = () => void readFile()
    const timer = setInterval(() => document.hidden || look(), LOOK_EVERY)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [connected])

  useEffect(() => {
    if (!connected || hash === undefined) return
    return after(PAUSE, (signal) => void check(directory, text, signal))
  }, [connected, directory, text, hash])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the preview is another when the stack is
  useEffect(() => {
    if (!connected || hash === undefined || applying) return
    return after(PAUSE, (signal) => void preview(directory, text, signal))
  }, [connected, directory, text, hash, applying, stack])
}

/** Does something a little later, unless the returned function is called before; it also cancels what was begun. */
function after(pause: number, work: (signal: AbortSignal) => void): () => void {
  const stop = new AbortController()
  const timer = setTimeout(() => work(stop.signal), pause)
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
