import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import type { RecentProject } from '../../../contract/app.ts'
import { attempt } from '../../lib/notify.ts'
import { useShoal } from '../../store/store.ts'

/** Milliseconds in which a removal can be taken back. */
const REGRET = 6_000

/** Takes projects off the list: hidden at once, forgotten when that can no longer be taken back. */
export function useRemoval() {
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const waiting = useRef(new Map<string, string | number>())

  const forget = (directory: string) => {
    if (waiting.current.delete(directory))
      void attempt(() => useShoal.getState().forgetProject(directory)).then(() => show(directory))
  }
  const show = (directory: string) =>
    setRemoved((all) => new Set([...all].filter((other) => other !== directory)))
  const keep = (directory: string) => {
    waiting.current.delete(directory)
    show(directory)
  }

  const remove = ({ directory, name }: RecentProject) => {
    setRemoved((all) => new Set(all).add(directory))
    const id = toast(`${name} is off the list`, {
      description: 'Its folder is left as it was.',
      duration: REGRET,
      action: { label: 'Undo', onClick: () => keep(directory) },
      onAutoClose: () => forget(directory),
      onDismiss: () => forget(directory),
    })
    waiting.current.set(directory, id)
  }

  useEffect(() => {
    const { current } = waiting
    // Whoever leaves the screen has made up their mind.
    return () => {
      for (const [directory, id] of current) {
        current.delete(directory)
        toast.dismiss(id)
        void attempt(() => useShoal.getState().forgetProject(directory))
      }
    }
  }, [])

  return { removed, remove }
}
