import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readUse } from '../../probe/process-use.ts'
import { figureRow, type Row, spreadRow } from '../../report/rows.ts'
import { Samples } from '../../report/samples.ts'
import { runCommand } from '../../run/command.ts'
import { shoal, shoalCommand } from '../../run/shoal.ts'
import { openFace } from '../face/face.ts'
import type { ObserveBench } from './bench.ts'

/** Lines that are written in one go while a contender follows. */
const LINES = 200_000
/** What the ring holds at most, and how often it is turned over. */
const RING = 100_000
const TURNS = 20
/** Milliseconds without a line after which no more is waited for: the rest was lost. */
const SILENCE = 5_000
const SIDES = ['shoal', 'compose'] as const
const MARK = 'bench-line'

/** Runs in a container: writes numbered lines to the log of its first process as fast as that takes them. */
const PROGRAM = `
const { openSync, writeSync } = require('node:fs')
const log = openSync('/proc/1/fd/1', 'w')
const total = Number(process.argv[1])
for (let count = 0; count < total; ) {
  let text = ''
  for (let end = Math.min(total, count + 500); count < end; count++) text += ('${MARK} ' + count).padEnd(99, ' .') + '\\n'
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(log, bytes, at)
}
`

/** The way of lines from Docker to a pipe beside `docker compose logs -f`, and the memory of the ring that windows read. Needs Linux's /proc. */
export async function measureLogs(bench: ObserveBench): Promise<Row[]> {
  const { site, pairs, signal, say } = bench
  if (!existsSync('/proc/self/stat')) {
    say('the cost of logs is measured on Linux only')
    return []
  }
  await runCommand(shoal.up(1), site.directory, signal)
  const [speed, cost] = [new Samples(), new Samples()]
  const commands = {
    shoal: shoalCommand('logs', '-f', '--tail', '0', 'app'),
    compose: [...site.compose, 'logs', '-f', '--tail', '0', 'app'],
  }
  for (let pair = 0; pair < pairs; pair += 1)
    for (const side of pair % 2 === 0 ? SIDES : [...SIDES].reverse()) {
      const { lines, took, cpu } = await follow(bench, commands[side])
      speed.add(side, lines / took)
      cost.add(side, (cpu / lines) * 1e6)
      say(
        `pair ${pair + 1}: ${side} ${lines} of ${LINES} lines, ${(lines / took).toFixed(0)}/s, ${((cpu / lines) * 1e6).toFixed(2)} s a million`,
      )
    }
  const [faster, dearer] = [speed.ratios('shoal', 'compose'), cost.ratios('shoal', 'compose')]
  return [
    ...SIDES.map((side) => spreadRow(`lines per second, ${side} logs -f`, '', speed.of(side))),
    { ...figureRow('lines per second beside compose', '', faster.median, { atLeast: 1 }), spread: faster },
    ...SIDES.map((side) => spreadRow(`CPU per million lines, ${side} logs -f`, 's', cost.of(side))),
    {
      ...figureRow('CPU per million lines beside compose', '', dearer.median, { atMost: 1.5 }),
      spread: dearer,
    },
    ...(await measureRing(bench)),
  ]
}

/** How many lines a follower prints of those that are written meanwhile, in how many seconds, at how many seconds of CPU. */
async function follow(
  { site, signal }: ObserveBench,
  [program = '', ...args]: readonly string[],
): Promise<{ lines: number; took: number; cpu: number }> {
  const reader = spawn(program, args, { cwd: site.directory, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    let lines = 0
    let last = performance.now()
    reader.stdout.setEncoding('latin1').on('data', (text: string) => {
      lines += text.split(MARK).length - 1
      last = performance.now()
    })
    await sleep(2_000, undefined, { signal })
    const before = await readUse(reader.pid ?? 0)
    const began = performance.now()
    await write(site.directory, LINES, signal)
    while (lines < LINES && performance.now() - last < SILENCE) await sleep(20, undefined, { signal })
    const after = await readUse(reader.pid ?? 0)
    return { lines, took: (last - began) / 1000, cpu: after.cpu - before.cpu }
  } finally {
    reader.kill('SIGKILL')
  }
}

/** The engine's memory after the ring was filled, and after it was turned over. */
async function measureRing({ site, signal, say }: ObserveBench): Promise<Row[]> {
  const face = await openFace()
  const stop = new AbortController()
  try {
    let lines = 0
    const reading = (async () => {
      for await (const batch of face.engine.open(
        'logs.follow',
        { directory: site.directory, tail: 0 },
        { signal: stop.signal },
      ))
        lines += batch.records.length + batch.skipped
    })().catch(() => {})
    const memory: number[] = []
    for (let turn = 0; turn < TURNS; turn += 1) {
      await write(site.directory, RING, signal)
      memory.push((await readUse(face.pid)).memory / 1e6)
    }
    say(`${lines} lines read; MB after each turn: ${memory.map((one) => one.toFixed(0)).join(' ')}`)
    stop.abort()
    await reading
    const early = Math.max(...memory.slice(0, TURNS / 2))
    const late = Math.max(...memory.slice(TURNS / 2))
    return [
      figureRow(`engine’s memory after the ring was turned over ${TURNS} times`, 'MB', memory.at(-1) ?? 0, {
        atMost: 180,
      }),
      figureRow('the same, second half beside the first', '', late / early, { atMost: 1.1 }),
    ]
  } finally {
    await face.dispose()
  }
}

async function write(directory: string, lines: number, signal: AbortSignal): Promise<void> {
  await runCommand(
    shoalCommand('exec', '-T', 'app', '--', 'node', '-e', PROGRAM, String(lines)),
    directory,
    signal,
  )
}
