import { type RefObject, useEffect } from 'react'
import { followRequest } from '../state.ts'
import type { LogController } from './controller.ts'

/** Pixels by which the pointer may move in a click; more of them select text. */
const STILL = 3

/** A click chooses a record, follows the id of a request, or folds a stack; a drag selects text. */
export function usePointer(element: RefObject<HTMLElement | null>, controller: LogController): void {
  useEffect(() => {
    const target = element.current
    let down: MouseEvent | undefined
    const onDown = (event: MouseEvent) => {
      down = event.button === 0 ? event : undefined
      if (target) target.dataset.pointed = ''
    }
    // Whoever comes by the keyboard sees where the focus is.
    const onKey = () => {
      if (target) delete target.dataset.pointed
    }
    const onUp = (event: MouseEvent) => {
      const begun = down
      down = undefined
      if (!begun || event.shiftKey || event.detail > 1) return
      if (Math.hypot(event.clientX - begun.clientX, event.clientY - begun.clientY) > STILL) return
      const hit = controller.at(event)
      if (hit?.link?.kind === 'request') followRequest(hit.link.id)
      controller.move((pane) => {
        if (hit?.link?.kind === 'fold') pane.fold(hit.number)
        else pane.choose(hit?.number ?? null)
      })
    }
    const onMove = (event: MouseEvent) => {
      if (!target || event.buttons !== 0) return
      const over = controller.at(event)?.link ? 'link' : ''
      if (target.dataset.over !== over) target.dataset.over = over
    }
    target?.addEventListener('mousedown', onDown, { capture: true })
    target?.addEventListener('mouseup', onUp, { capture: true })
    target?.addEventListener('mousemove', onMove, { capture: true })
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      target?.removeEventListener('mousedown', onDown, { capture: true })
      target?.removeEventListener('mouseup', onUp, { capture: true })
      target?.removeEventListener('mousemove', onMove, { capture: true })
    }
  }, [element, controller])
}
