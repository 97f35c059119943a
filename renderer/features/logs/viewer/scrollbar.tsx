import { type PointerEvent, useRef } from 'react'
import styles from './scrollbar.module.css'

interface ScrollbarProps {
  /** Lines above the screen, on it, and in all. */
  readonly top: number
  readonly visible: number
  readonly total: number
  /** The id of what it scrolls. */
  readonly controls: string
  /** To a share of the lines, from 0 to 1. */
  readonly onMove: (share: number) => void
}

/** Pixels that the thumb has at least. */
const LEAST = 28

/** Where the screen is in the lines. The keyboard scrolls the lines themselves. */
export function Scrollbar({ top, visible, total, controls, onMove }: ScrollbarProps) {
  const track = useRef<HTMLDivElement>(null)
  const grip = useRef(0)
  if (total <= visible) return <div className={styles.track} />
  const share = visible / total
  const at = top / Math.max(1, total - visible)

  const move = (event: PointerEvent<HTMLDivElement>) => {
    const box = track.current?.getBoundingClientRect()
    if (!box) return
    const thumb = Math.max(LEAST, share * box.height)
    const place = (event.clientY - box.top - grip.current) / (box.height - thumb)
    onMove((Math.min(1, Math.max(0, place)) * (total - visible)) / total)
  }
  const take = (event: PointerEvent<HTMLDivElement>) => {
    const box = track.current?.getBoundingClientRect()
    if (!box) return
    const thumb = Math.max(LEAST, share * box.height)
    const begin = box.top + at * (box.height - thumb)
    const inside = event.clientY >= begin && event.clientY <= begin + thumb
    grip.current = inside ? event.clientY - begin : thumb / 2
    event.currentTarget.setPointerCapture(event.pointerId)
    if (!inside) move(event)
  }

  return (
    <div
      ref={track}
      className={styles.track}
      role="scrollbar"
      tabIndex={-1}
      aria-label="Position in the lines"
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(Math.min(1, at) * 100)}
      onPointerDown={take}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && move(event)}
    >
      <div
        className={styles.thumb}
        style={{
          height: `max(${LEAST}px, ${share * 100}%)`,
          top: `calc(${Math.min(1, at)} * (100% - max(${LEAST}px, ${share * 100}%)))`,
        }}
      />
    </div>
  )
}
