/** Where the desktop app's menu, tray and notifications lead. */
export type Destination =
  | { readonly kind: 'overlay'; readonly overlay: 'palette' | 'shortcuts' }
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
