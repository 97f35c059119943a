import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'

/**
 * When a process started, in clock ticks since boot: field 22 of /proc/PID/stat (proc(5)). With the pid it names a
 * process for good, since pids are used again. Undefined where there is no /proc, or no such process.
 */
export async function processStart(pid: number): Promise<number | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets, which may itself hold spaces and brackets.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
    return Number.isFinite(ticks) ? ticks : undefined
  } catch {
    return undefined
  }
}

interface Owner {
  readonly pid: number
  readonly host: string
  /** As `processStart` gave it; null where the kernel did not say. */
  readonly started: number | null
}

/** Whether an owner is certainly gone: its process ran on this machine and does not exist any more. */
export async function isGone(owner: Owner): Promise<boolean> {
  if (owner.host !== hostname()) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // EPERM: it is alive and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
  if (owner.started === null) return false
  const started = await processStart(owner.pid)
  return started !== undefined && started !== owner.started
}
