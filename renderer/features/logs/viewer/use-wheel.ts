import { type RefObject, useEffect } from 'react'
import type { LogController } from './controller.ts'

/** Pixels of a wheel for a row, and for a cell sideways. */
const ROW = 17
const CELL = 8
/** `deltaMode` of wheels that count lines. */
const LINES = 1

/** Scrolls with the wheel: parts of a row are kept until they make one. */
export function useWheel(element: RefObject<HTMLElement | null>, controller: LogController): void {
  useEffect(() => {
    const target = element.current
    let [rows, cells] = [0, 0]
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey) return
      event.preventDefault()
      event.stopPropagation()
      const unit = event.deltaMode === LINES ? ROW : 1
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
      rows += (event.shiftKey ? 0 : event.deltaY * unit) / ROW
      cells += (sideways * unit) / CELL
      const [byRows, byCells] = [Math.trunc(rows), Math.trunc(cells)]
      rows -= byRows
      cells -= byCells
      if (byRows !== 0 || byCells !== 0)
        controller.move((pane) => {
          if (byRows !== 0) pane.scroll(byRows)
          if (byCells !== 0) pane.shift(byCells)
        })
    }
    // Before xterm.js, and not passive, or the window would scroll too.
    target?.addEventListener('wheel', onWheel, { passive: false, capture: true })
    return () => target?.removeEventListener('wheel', onWheel, { capture: true })
  }, [element, controller])
}
