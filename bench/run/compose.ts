import type { Contender } from './contender.ts'

/**
 * Docker Compose on its own terms: it starts, scales and restarts containers of its own making.
 * @param command how Compose is called on this machine
 */
export function composeContender(command: readonly string[]): Contender {
  const up = (scale: number) => [...command, 'up', '--detach', '--scale', `app=${scale}`]
  return {
    name: 'compose',
    up,
    scale: up,
    applyEnv: up,
    restartApp: () => [...command, 'restart', 'app'],
    down: () => [...command, 'down'],
    status: () => [...command, 'ps', '--format', 'json'],
  }
}
