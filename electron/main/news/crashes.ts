import type { Instance, Snapshot } from '../../../contract/models.ts'
import { showLogs } from '../commands.ts'
import type { News } from './news.ts'

/** How a process ends that was asked to: by itself, by Ctrl-C, by SIGTERM. */
const ASKED = new Set<number | null>([0, 130, 143])
const ENDED = new Set(['exited', 'dead', 'restarting'])

/**
 * The instances that crashed between two snapshots of one project. Nobody's crash is an instance that Shoal works on
 * (`excused` holds the containers' names), one that was asked to stop, or one that is gone.
 */
export function crashesBetween(before: Snapshot, after: Snapshot, excused: ReadonlySet<string>): News[] {
  // What another Shoal is doing to its instances is not known here.
  if ([before, after].some(({ work }) => work && !work.here)) return []
  const known = new Map(before.instances.map((instance) => [instance.name, instance]))
  return after.instances.flatMap((now) => {
    const earlier = known.get(now.name)
    if (!earlier || earlier.id !== now.id || excused.has(now.name) || !hasCrashed(earlier, now)) return []
    const short = now.name.replace(`${after.project}-`, '')
    return {
      key: `crash ${now.name}`,
      title: `${short} of ${after.project} crashed`,
      body: [ending(now), rest(after)].join(' '),
      command: showLogs(now.name),
    }
  })
}

function hasCrashed(before: Instance, now: Instance): boolean {
  // Docker may have started it again before anybody looked.
  if (now.restarts > before.restarts) return true
  return before.state === 'running' && ENDED.has(now.state) && !ASKED.has(now.exitCode)
}

function ending({ state, exitCode }: Instance): string {
  const code = exitCode === null ? '' : ` with exit code ${exitCode}`
  return state === 'running' || state === 'restarting' ? 'Docker starts it again.' : `It ended${code}.`
}

function rest({ instances }: Snapshot): string {
  const serving = instances.filter(({ inRotation }) => inRotation).length
  if (serving === 0) return 'No instance takes requests now.'
  return serving === 1 ? 'The other instance takes its requests.' : `${serving} others take its requests.`
}
