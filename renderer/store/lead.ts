import type { Navigation } from '../../contract/window.ts'
import { attempt } from '../lib/notify.ts'
import type { Overlay } from './overlay.ts'
import type { Shoal } from './types.ts'

/** Where the desktop app's menu, tray and notifications lead. */
export type Destination =
  | { readonly kind: 'overlay'; readonly overlay: Overlay }
  | { readonly kind: 'choose' }
  | { readonly kind: 'open'; readonly directory: string }
  | { readonly kind: 'hash'; readonly hash: string }

/** Reads a `Navigation`'s path; what is not one of its special places is a screen. Pure. */
export function parseDestination(to: string): Destination {
  const [path = '', search = ''] = to.split('?')
  if (path === '/palette' || path === '/shortcuts')
    return { kind: 'overlay', overlay: path === '/palette' ? 'palette' : 'shortcuts' }
  if (path !== '/open') return { kind: 'hash', hash: to }
  const directory = new URLSearchParams(search).get('directory')
  return directory === null ? { kind: 'choose' } : { kind: 'open', directory }
}

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
