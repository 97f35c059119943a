import type { Snapshot } from '../../contract/models.ts'
import { type Phase, phaseOf } from './phase.ts'
import { phaseWords } from './phase-words.ts'
import { isUnderWay, type PlanRun } from './plan-run.ts'
import { shortName } from './summary.ts'

/** A place in the picture. Pixels from its upper left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface TopologyLayout {
  readonly height: number
  readonly browser: Point
  readonly caddy: Point
  readonly database: Point
  /** One place an instance, in their order. */
  readonly instances: readonly Point[]
  /** Half the width of an instance's node. */
  readonly half: number
}

/** Heights of a row, and of the smallest picture. Pixels. */
const ROW = 32
const LOWEST = 132

/** Half widths of the nodes. Pixels. */
export const HALF = { browser: 42, caddy: 44, database: 50 } as const

/** Where everything stands in a picture of this width: browser, Caddy, the instances in one column, PostgreSQL. Pure. */
export function layOut(width: number, instances: number): TopologyLayout {
  const height = Math.max(LOWEST, instances * ROW)
  const middle = height / 2
  const first = middle - ((instances - 1) * ROW) / 2
  const half = Math.min(98, Math.max(74, width * 0.14))
  const left = HALF.browser + 1
  const right = width - HALF.database - 1
  return {
    height,
    half,
    browser: { x: left, y: middle },
    caddy: { x: Math.round(left + (right - left) * 0.27), y: middle },
    database: { x: right, y: middle },
    instances: Array.from({ length: instances }, (_, at) => ({
      x: Math.round(left + (right - left) * 0.63),
      y: first + at * ROW,
    })),
  }
}

/** A line from one node to another that leaves and arrives level. Pure. */
export function curve(from: Point, to: Point): string {
  const bend = (to.x - from.x) / 2
  const n = (value: number) => Math.round(value * 10) / 10
  return `M${n(from.x)} ${n(from.y)}C${n(from.x + bend)} ${n(from.y)} ${n(to.x - bend)} ${n(to.y)} ${n(to.x)} ${n(to.y)}`
}

/** An instance in the picture, or the place of one that is wanted and not there. */
export interface TopologyNode {
  readonly index: number
  readonly short: string
  readonly phase: Phase | 'absent'
  readonly words: string
  /** Requests in flight and open streams. */
  readonly load: number
  /** Whether its container runs. */
  readonly up: boolean
}

/** Every instance there is, and every one that is wanted, by index. Pure. */
export function nodesOf(snapshot: Snapshot, wanted: number, run: PlanRun | null): TopologyNode[] {
  const there = snapshot.instances.map((instance): TopologyNode => {
    const phase = phaseOf(instance, run)
    const load = (instance.inFlight ?? 0) + (instance.streams ?? 0)
    const words = phase === 'serving' && load > 0 ? `${load} in flight` : phaseWords(phase, instance)
    const short = shortName(snapshot.project, instance.name)
    return { index: instance.index, short, phase, words, load, up: instance.state === 'running' }
  })
  const taken = new Set(there.map(({ index }) => index))
  const missing = Array.from({ length: wanted }, (_, at) => at + 1).filter((index) => !taken.has(index))
  const words = isUnderWay(run) ? 'to come' : 'not started'
  const ghosts = missing.map(
    (index): TopologyNode => ({ index, short: `app-${index}`, phase: 'absent', words, load: 0, up: false }),
  )
  return [...there, ...ghosts].sort((a, b) => a.index - b.index)
}
