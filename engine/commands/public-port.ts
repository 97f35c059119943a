import { ShoalError } from '../../contract/errors.ts'
import { publicPort, publishedPort } from '../stack/plan/caddy.ts'
import type { Host } from './host.ts'
import type { View } from './view.ts'

/** Refuses a port that `PORT` in `.env` would not bring about. Throws `project-invalid`; nothing was changed. */
export function requirePort({ environment }: Host, { wanted }: View, port: number): void {
  if (publicPort(wanted) === port) return
  const [message, hint] =
    environment.PORT === undefined
      ? [
          'The compose file does not take its public port from PORT',
          'Let Caddy publish it by that variable, as the bundled compose.yaml does.',
        ]
      : [
          'PORT is set in the environment of Shoal itself, which counts more than .env',
          'Unset it and try again.',
        ]
  throw new ShoalError('project-invalid', `${message}; nothing was changed.`, hint)
}

/** Notes variables that still name the port that the stack had before, such as BASE_URL. Names only. */
export function noteOldPort(host: Host, { project, seen, wanted }: View): void {
  const before = seen.caddy.container ? publishedPort(seen.caddy.container) : null
  if (before === null || before === publicPort(wanted)) return
  const pattern = new RegExp(`//(localhost|127\\.0\\.0\\.1):${before}(?!\\d)`)
  const keys = Object.keys(project.env).filter((key) => pattern.test(project.env[key] ?? ''))
  if (keys.length === 0) return
  const message = `${keys.join(', ')} in .env still ${keys.length === 1 ? 'names' : 'name'} port ${before}.`
  host.slot(project.directory).activity.emit({ kind: 'note', message, at: Date.now() })
}
