import { run } from './command.ts'
import type { Listener } from './listener.ts'

export async function findListenerOnWindows(port: number): Promise<Listener | undefined> {
  const pid = parseNetstat(await run('netstat', ['-ano']), port)
  if (pid === undefined) return undefined
  const name = parseTasklist(await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']))
  return name === undefined ? undefined : { pid, name }
}

/** The state's name is translated, so a listener is known by its foreign address: port 0. */
export function parseNetstat(output: string, port: number): number | undefined {
  for (const line of output.split(/\r?\n/)) {
    const [protocol, local, foreign, , pid] = line.trim().split(/\s+/)
    if (protocol === 'TCP' && local?.endsWith(`:${port}`) && foreign?.endsWith(':0')) return Number(pid)
  }
  return undefined
}

/** The first column of the CSV is the image's name; without a match there is a sentence instead of CSV. */
export function parseTasklist(output: string): string | undefined {
  return /^"([^"]+)"/m.exec(output)?.[1]
}
