import { setTimeout as sleep } from 'node:timers/promises'
import { everyoneAnswers } from '../../probe/everyone.ts'
import { requestsPerSecond } from '../../probe/requests-per-second.ts'
import { figureRow, type Row, spreadRow } from '../../report/rows.ts'
import { Samples } from '../../report/samples.ts'
import { runCommand } from '../../run/command.ts'
import { shoal } from '../../run/shoal.ts'
import { type Face, openFace } from '../face/face.ts'
import { watchAll } from '../face/watch-all.ts'
import type { ObserveBench } from './bench.ts'

const INSTANCES = 3
/** Seconds of load before the first window, so that code is compiled and connections stand. */
const WARM_UP = 2
/** Milliseconds from the opening of the streams to the load: the last log lines have come by then. */
const SETTLE = 1_000
const SIDES = ['watched', 'unwatched'] as const

/** Requests per second through Caddy while every stream is open, beside those while none is. */
export async function measureProxy(bench: ObserveBench): Promise<Row[]> {
  const { site, pairs, signal, say } = bench
  const samples = new Samples()
  await runCommand(shoal.up(INSTANCES), site.directory, signal)
  await everyoneAnswers(site.url, INSTANCES, signal)
  const face = await openFace()
  try {
    await requestsPerSecond(site.url, WARM_UP, signal)
    for (let pair = 0; pair < pairs; pair += 1) {
      for (const side of pair % 2 === 0 ? SIDES : [...SIDES].reverse())
        samples.add(side, await window(bench, side === 'watched' ? face : undefined))
      say(
        `pair ${pair + 1}: ${SIDES.map((side) => `${side} ${samples.of(side).at(-1)?.toFixed(0)}`).join(', ')} req/s`,
      )
    }
  } finally {
    await face.dispose()
  }
  const ratio = samples.ratios('watched', 'unwatched')
  return [
    ...SIDES.map((side) => spreadRow(`requests per second, ${side}`, '', samples.of(side))),
    { ...figureRow('watched beside unwatched', '', ratio.median, { atLeast: 0.95 }), spread: ratio },
  ]
}

async function window({ site, seconds, signal }: ObserveBench, face: Face | undefined): Promise<number> {
  const watching = face ? await watchAll(face.engine, site.directory) : undefined
  try {
    await sleep(SETTLE, undefined, { signal })
    return await requestsPerSecond(site.url, seconds, signal)
  } finally {
    await watching?.stop()
  }
}
