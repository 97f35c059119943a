import { createLogUpdate } from 'log-update'
import type { OutputStream } from '../host.ts'
import type { Paint } from '../output/paint.ts'
import { listText } from './list-text.ts'
import { advance, type ProgressState } from './state.ts'
import type { ProgressView } from './view.ts'

/** Milliseconds between two frames. */
const FRAME = 100

/** A list on a terminal that is redrawn in place while operations run. */
export function liveView(stream: OutputStream, paint: Paint): ProgressView {
  // log-update's type asks for a terminal's stream, of which it uses what ours has.
  const screen = createLogUpdate(stream as NodeJS.WriteStream)
  let state: ProgressState = []
  let frame = 0
  const timer = setInterval(() => {
    frame += 1
    draw()
  }, FRAME)

  function draw(): void {
    if (state.length === 0) return
    const { columns = 80, rows = 24 } = stream
    screen(listText(state, { columns, rows, now: Date.now(), frame, paint }))
  }

  function note(text: string): void {
    screen.persist(text)
    draw()
  }

  return {
    show: (activity) => {
      if (activity.kind === 'note') note(activity.message)
      else state = advance(state, activity)
    },
    note,
    end: () => {
      clearInterval(timer)
      draw()
      screen.done()
    },
  }
}
