import { formatSeconds } from '../output/duration.ts'
import { advance, type Entry, type ProgressState } from './state.ts'
import type { ProgressView } from './view.ts'

const TIME_WIDTH = '123.4s'.length

/** A line for each operation as it starts, and for each that fails, each with the time since the view began. */
export function plainView(write: (line: string) => void, startedAt: number = Date.now()): ProgressView {
  let state: ProgressState = []
  return {
    show: (activity) => {
      if (activity.kind === 'note') return write(activity.message)
      const before = state
      state = advance(state, activity)
      for (const [position, entry] of state.entries()) {
        const previous = before[position]?.state ?? 'waiting'
        if (activity.kind === 'operation' && entry.state !== previous) writeChange(entry, activity.at)
      }
    },
    note: write,
    end: () => {},
  }

  function writeChange(entry: Entry, at: number): void {
    const text = describe(entry)
    if (text) write(`${formatSeconds(at - startedAt).padStart(TIME_WIDTH)}  ${text}`)
  }
}

function describe({ operation: { verb, target, cause }, state, detail }: Entry): string | undefined {
  if (state === 'running') return `${verb} ${target}  (${cause})`
  if (state === 'failed') return `failed: ${verb} ${target}${detail ? `: ${detail}` : ''}`
  return undefined
}
