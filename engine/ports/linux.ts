import { readdir, readFile, readlink } from 'node:fs/promises'
import type { Listener } from './listener.ts'

/** Reads /proc/net/tcp{,6} for the listening socket and /proc/PID/fd for its owner: see proc(5). */
export async function findListenerOnLinux(port: number): Promise<Listener | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  )
  const inodes = new Set(tables.flatMap((table) => parseListeners(table, port)))
  if (inodes.size === 0) return undefined
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  for (const pid of pids)
    if (await ownsSocket(pid, inodes))
      return { pid: Number(pid), name: (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() }
  return undefined
}

/** Inodes of the sockets that listen on this port. A line: `sl local rem st tx:rx tr:when retrnsmt uid timeout inode`. */
export function parseListeners(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return table.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/)
    return state === '0A' && local?.endsWith(suffix) && inode !== undefined ? [inode] : []
  })
}

async function ownsSocket(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  // Another user's process, or one that just ended, shows no descriptors.
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => [])
  const links = await Promise.all(descriptors.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')))
  return links.some((link) => inodes.has(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? ''))
}
