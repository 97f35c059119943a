import type { Navigation } from '../../contract/window.ts'
import { attempt } from '../lib/notify.ts'
import { type Destination, parseDestination } from '../model/destination.ts'
import type { Shoal } from './types.ts'

/** Follows what the window around the page asks of it. */
export function followWindow(state: () => Shoal): void {
  window.addEventListener('message', ({ source, data }: MessageEvent<Partial<Navigation> | null>) => {
    if (source !== window || data?.shoal !== 'navigate' || typeof data.to !== 'string') return
    lead(parseDestination(data.to), state())
  })
}

function lead(destination: Destination, state: Shoal): void {
  if (destination.kind === 'overlay') state.show(destination.overlay)
  if (destination.kind === 'choose') void attempt(() => state.chooseProject())
  if (destination.kind === 'open') void attempt(() => state.openProject(destination.directory))
  if (destination.kind !== 'hash') return
  state.show(null)
  window.location.hash = destination.hash
}
