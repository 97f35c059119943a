import { type KeyboardEvent, useRef } from 'react'

/** Milliseconds within which a second digit belongs to the first: 1 and 0 are ten. */
const PAUSE = 700

/** Lets a number be typed where there is no field for it. Returns what to call for each key. */
export function useTypedNumber(max: number, onNumber: (number: number) => void) {
  const last = useRef({ text: '', at: 0 })
  return (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const joined = event.timeStamp - last.current.at < PAUSE ? last.current.text + event.key : event.key
    const text = Number(joined) <= max ? joined : event.key
    last.current = { text, at: event.timeStamp }
    const number = Number(text)
    if (number >= 1 && number <= max) onNumber(number)
  }
}
