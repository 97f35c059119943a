import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import getPort from 'get-port'
import { runCommand } from '../run/command.ts'
import { bareCaddyfile } from './caddyfiles.ts'
import type { Site } from './site.ts'

/**
 * Runs a second Caddy beside a site's own, on the same network and image, that does nothing but balance.
 * @returns what `work` returns, once the second Caddy is gone again
 */
export async function withBareCaddy<T>(
  site: Site,
  instances: number,
  signal: AbortSignal,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const directory = join(site.directory, '..', `${site.project}-bare`)
  const port = await getPort()
  await mkdir(directory)
  await writeFile(join(directory, 'Caddyfile'), bareCaddyfile(site.project, instances))
  await writeFile(join(directory, 'compose.yaml'), composeFile(site.project, port))
  try {
    await runCommand([...site.compose, 'up', '--detach'], directory, signal)
    return await work(`http://127.0.0.1:${port}`)
  } finally {
    await runCommand([...site.compose, 'down', '--timeout', '1'], directory)
  }
}

function composeFile(project: string, port: number): string {
  return `services:
  caddy:
    image: caddy:2.11
    ports:
      - 127.0.0.1:${port}:80
    volumes:
      - ./Caddyfile:/etc/caddy/Caddyfile:ro
networks:
  default:
    name: ${project}_default
    external: true
`
}
