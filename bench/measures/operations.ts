import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endOf, runCommand, startCommand } from '../run/command.ts'
import type { Contender } from '../run/contender.ts'
import type { Site } from '../site/site.ts'

/** An operation that should lose no request, from a number of instances that serve already. */
export interface UnderLoad {
  readonly name: string
  readonly from: number
  /** Paths that are asked meanwhile; what is quick by default. */
  readonly paths?: readonly string[]
  run(contender: Contender, site: Site, signal: AbortSignal): Promise<void>
}

/** Milliseconds from the start of a command to its interrupt: containers are being made then. */
const INTERRUPT = 1_500
/** Milliseconds after which a slow request is in flight on every instance. */
const IN_FLIGHT = 1_000

/** The operations of which none may lose a request. */
export const OPERATIONS: readonly UnderLoad[] = [
  { name: 'scale 3 -> 6 -> 2', from: 3, run: scaleTo(6, 2) },
  { name: 'scale 1 -> 3 -> 1', from: 1, run: scaleTo(3, 1) },
  { name: 'env change at scale 3', from: 3, run: changeEnv(3) },
  { name: 'env change at scale 1', from: 1, run: changeEnv(1) },
  {
    name: 'restart app at scale 3',
    from: 3,
    run: (contender, site, signal) => run(contender.restartApp(), site, signal),
  },
  { name: 'scale 3 -> 6, interrupted', from: 3, run: interruptScale },
  {
    name: 'scale 3 -> 2, slow requests',
    from: 3,
    paths: ['/api/slow?ms=3000'],
    run: async (contender, site, signal) => {
      await sleep(IN_FLIGHT, undefined, { signal })
      await run(contender.scale(2), site, signal)
    },
  },
]

async function run(command: readonly string[], site: Site, signal: AbortSignal): Promise<void> {
  await runCommand(command, site.directory, signal)
}

function scaleTo(...targets: readonly number[]): UnderLoad['run'] {
  return async (contender, site, signal) => {
    for (const target of targets) await run(contender.scale(target), site, signal)
  }
}

function changeEnv(scale: number): UnderLoad['run'] {
  return async (contender, site, signal) => {
    const path = join(site.directory, '.env')
    await writeFile(path, `${await readFile(path, 'utf8')}\nBENCH_${Date.now()}=changed\n`)
    await run(contender.applyEnv(scale), site, signal)
  }
}

async function interruptScale(contender: Contender, site: Site, signal: AbortSignal): Promise<void> {
  const running = startCommand(contender.scale(6), site.directory, signal)
  await sleep(INTERRUPT, undefined, { signal })
  running.kill('SIGINT')
  await endOf(running)
}
