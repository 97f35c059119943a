import { useEffect, useRef, useState } from 'react'
import { troubleOf } from '../model/trouble.ts'
import { useShoal } from '../store/store.ts'

const OVER = {
  engine: 'Shoal’s engine answers again.',
  stranger: 'Shoal’s engine knows this window again.',
  docker: 'Docker answers again.',
  project: 'The project can be read again.',
} as const

/** Tells a screen reader that a trouble is over; the banner that told of it is simply gone. */
export function Announcer() {
  const trouble = useShoal((state) => troubleOf(state)?.kind ?? null)
  const before = useRef(trouble)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (before.current !== null && trouble === null) setWords(OVER[before.current])
    else setWords('')
    before.current = trouble
  }, [trouble])
  return (
    <div className="visually-hidden" role="status">
      {words}
    </div>
  )
}
