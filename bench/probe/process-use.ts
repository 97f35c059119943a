import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

export interface Use {
  /** Seconds of CPU since its start, its ended children included. */
  readonly cpu: number
  /** Resident bytes. */
  readonly memory: number
}

/** Fields of /proc/PID/stat after the program's name in brackets (proc_pid_stat(5), counted from its third field). */
const FIELDS = { parent: 1, user: 11, system: 12, endedUser: 13, endedSystem: 14, pages: 21 }

/** What a process and its descendants use, by Linux's /proc. Throws when it is gone. */
export async function readUse(pid: number): Promise<Use> {
  const [ticks, page] = await Promise.all([systemSetting('CLK_TCK'), systemSetting('PAGESIZE')])
  const all = await readAll()
  const family = [pid]
  // The list grows while it is walked: children of children are found as well.
  for (const parent of family)
    for (const [child, fields] of all) if (fields[FIELDS.parent] === parent) family.push(child)
  const own = all.get(pid)
  if (!own) throw new Error(`The process ${pid} has ended.`)
  let cpu = (own[FIELDS.endedUser] ?? 0) + (own[FIELDS.endedSystem] ?? 0)
  let pages = 0
  for (const member of family) {
    const fields = all.get(member) ?? []
    cpu += (fields[FIELDS.user] ?? 0) + (fields[FIELDS.system] ?? 0)
    pages += fields[FIELDS.pages] ?? 0
  }
  return { cpu: cpu / ticks, memory: pages * page }
}

async function readAll(): Promise<Map<number, readonly number[]>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const read = await Promise.all(
    pids.map(async (pid): Promise<[number, number[]][]> => {
      // A process may end between the two looks.
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return text
        ? [
            [
              Number(pid),
              text
                .slice(text.lastIndexOf(')') + 2)
                .split(' ')
                .map(Number),
            ],
          ]
        : []
    }),
  )
  return new Map(read.flat())
}

async function systemSetting(name: string): Promise<number> {
  return Number((await promisify(execFile)('getconf', [name])).stdout)
}
