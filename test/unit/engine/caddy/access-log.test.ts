import { appendFileSync, linkSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { type AccessLogOptions, readAccessLog } from '../../../../engine/caddy/access-log.ts'
import { fakeDocker, realShell } from '../../../support/fake-docker.ts'
import { waitFor } from '../../../support/wait-for.ts'

let directory: string
let shells: ReturnType<typeof realShell>[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'access-'))
  shells = []
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const docker = fakeDocker({
  exec: async (_container, [, ...args]) => {
    const shell = realShell(...args)
    shells.push(shell)
    return shell
  },
})

const file = (name = 'access.log') => join(directory, name)
const line = (number: number) => `{"level":"info","ts":${number}.5,"request":{}}`
const append = (...numbers: number[]) => {
  for (const number of numbers) appendFileSync(file(), `${line(number)}\n`)
}
/** Rotates as Caddy does: a rename, then a new file. */
const rotate = (name: string) => {
  renameSync(file(), file(`access-${name}.log`))
  writeFileSync(file(), '')
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

/** Reads on until the signal; the numbers of the lines so far. */
function read(options: Partial<AccessLogOptions>) {
  const stop = new AbortController()
  const numbers: number[] = []
  const all = { follow: false, tail: 'all', directory, interval: 1, signal: stop.signal, ...options } as const
  const done = (async () => {
    for await (const { time } of readAccessLog(docker, 'caddy1', all)) numbers.push((time - 500) / 1000)
    return numbers
  })()
  return { numbers, done, stop: () => stop.abort() }
}

/** True while the shell’s process is there. */
function lives({ pid }: { pid: number }): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('readAccessLog', () => {
  beforeEach(() => {
    append(1, 2)
    rotate('2026-01-01')
    append(3, 4)
    rotate('2026-01-02')
    append(5, 6)
  })

  it('puts a line together that was being written when it was looked at', async () => {
    const reading = read({ follow: true, tail: 1 })
    await waitFor(() => reading.numbers.length === 1)
    const text = line(7)
    appendFileSync(file(), text.slice(0, 20))
    let looks = 0
    await waitFor(() => ++looks > 4)
    appendFileSync(file(), `${text.slice(20)}\n`)
    append(8)
    await waitFor(() => reading.numbers.length === 3)
    expect(reading.numbers).toEqual([6, 7, 8])
    reading.stop()
    await reading.done.catch(() => {})
  })

  it('gives the history over all files, oldest first', async () => {
    expect(await read({}).done).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('gives the last lines, over the border of a file', async () => {
    expect(await read({ tail: 3 }).done).toEqual([4, 5, 6])
    expect(await read({ tail: 0 }).done).toEqual([])
  })

  it('gives what was written since a moment', async () => {
    expect(await read({ since: 4500 }).done).toEqual([4, 5, 6])
  })

  it('gives a file once that was rotated just after it was opened', async () => {
    linkSync(file(), file('access-2026-01-03.log'))
    expect(await read({}).done).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('loses and doubles no line while the file is rotated again and again', async () => {
    const reading = read({ follow: true, tail: 1 })
    await waitFor(() => reading.numbers.length === 1)
    for (const round of range(1, 20)) {
      const first = round * 100
      append(...range(first, first + 49))
      rotate(`2026-02-${String(round).padStart(2, '0')}`)
      append(...range(first + 50, first + 99))
      await waitFor(() => reading.numbers.at(-1) === first + 99)
    }
    reading.stop()
    await expect(reading.done).rejects.toMatchObject({ code: 'cancelled' })
    expect(reading.numbers).toEqual([6, ...range(100, 2099)])
  })

  it('follows from the end on when no line of the history is wanted', async () => {
    const reading = read({ follow: true, tail: 0 })
    await waitFor(() => shells.length === 1)
    await waitFor(() => {
      append(7)
      return reading.numbers.length > 0
    })
    expect(new Set(reading.numbers)).toEqual(new Set([7]))
    reading.stop()
    await expect(reading.done).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('ends with the container, and its process with the reader', async () => {
    const reading = read({ follow: true })
    await waitFor(() => reading.numbers.length === 6)
    for (const { pid } of shells) process.kill(pid)
    expect(await reading.done).toEqual([1, 2, 3, 4, 5, 6])
    const stopped = read({ follow: true })
    await waitFor(() => stopped.numbers.length === 6)
    stopped.stop()
    await stopped.done.catch(() => {})
    await waitFor(() => !shells.some(lives))
  })
})

describe('readAccessLog without a log', () => {
  it('gives nothing where the Caddyfile writes none', async () => {
    expect(await read({ follow: true }).done).toEqual([])
    expect(await read({ directory: join(directory, 'missing') }).done).toEqual([])
  })

  it('gives nothing while the container does not run, and throws what else goes wrong', async () => {
    const failing = (code: 'container-failed' | 'engine-lost') =>
      readAccessLog({ exec: () => Promise.reject(new ShoalError(code, 'no')) }, 'caddy1', {
        follow: false,
        tail: 'all',
      }).next()
    expect(await failing('container-failed')).toEqual({ done: true, value: undefined })
    await expect(failing('engine-lost')).rejects.toMatchObject({ code: 'engine-lost' })
  })
})
