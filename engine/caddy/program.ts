import { ShoalError } from '../../contract/errors.ts'
import type { Docker } from '../docker/gateway.ts'
import { type Examined, type Remark, readRefusal, remarkOf } from './examine.ts'
import { type Ended, runIn } from './run-in.ts'

const FROM_INPUT = ['--config', '-', '--adapter', 'caddyfile']

/** What a Caddyfile means, by a `caddy` that is started for it: about 100 ms of one core. */
export async function adaptIn(docker: Docker, container: string, text: string): Promise<Examined> {
  const ended = await caddy(docker, container, ['adapt', ...FROM_INPUT], text)
  if (ended.code !== 0) return { refusal: refusalOf(ended) }
  return { config: JSON.parse(ended.stdout), warnings: logLines(ended.stderr).flatMap(warningOf) }
}

/**
 * Why Caddy could not load a Caddyfile that it can read, found without loading it: it is put together as if, by a `caddy` of
 * its own. Undefined when nothing stands in the way.
 */
export async function validateIn(
  docker: Docker,
  container: string,
  text: string,
): Promise<Remark | undefined> {
  const ended = await caddy(docker, container, ['validate', ...FROM_INPUT], text)
  return ended.code === 0 ? undefined : refusalOf(ended)
}

/** A Caddyfile laid out by Caddy's own rules. Whether it means anything is not looked at. */
export async function formatIn(docker: Docker, container: string, text: string): Promise<string> {
  const ended = await caddy(docker, container, ['fmt', '-'], text)
  // It ends with 1 for what it had to change.
  if (ended.stdout.trim() === '' && text.trim() !== '') throw noCaddy(ended)
  return ended.stdout
}

async function caddy(
  docker: Docker,
  container: string,
  words: readonly string[],
  input: string,
): Promise<Ended> {
  const ended = await runIn(docker, container, ['caddy', ...words], { input })
  if (ended.code === 126 || ended.code === 127) throw noCaddy(ended)
  return ended
}

function refusalOf({ stderr, stdout }: Ended): Remark {
  const words = /^Error: ([\s\S]*)$/m.exec(stderr)?.[1] ?? `${stderr}${stdout}`
  return readRefusal(words.trim() || 'it gives no reason')
}

const warningOf = (entry: Readonly<Record<string, unknown>>): Remark[] =>
  entry.level === 'warn' ? remarkOf(entry) : []

function logLines(text: string): Readonly<Record<string, unknown>>[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line)]
    } catch {
      return []
    }
  })
}

function noCaddy({ stderr, stdout }: Ended): ShoalError {
  return new ShoalError(
    'caddy-unreachable',
    'The program `caddy` could not be run in the image of the service caddy; nothing was changed.',
    'See which image the compose file names for caddy.',
    { details: `${stderr}${stdout}`.trim().split('\n').slice(-3) },
  )
}
