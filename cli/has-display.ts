import type { Host } from './host.ts'

/** Whether a browser that is opened here can be seen by whoever sits at the terminal. */
export function hasDisplay({ platform, env }: Pick<Host, 'platform' | 'env'>): boolean {
  if (platform === 'win32' || platform === 'darwin') return !env.SSH_CONNECTION
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
