import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ANY, SEQUENCE } from '../../../contract/ansi.ts'
import { ShoalError } from '../../../contract/errors.ts'
import type { Passage } from '../ring/passage.ts'
import { type Job, type Surroundings, searchInThread } from './worker.ts'

/** Milliseconds that the search in one text may take, and that in all of them: a sane expression needs microseconds a line. */
const PATIENCE = { one: 2_000, all: 15_000 }
/** How often that is looked at. Milliseconds. */
const LOOK = 100
/** What a job's progress is before the thread has begun with it: a thread takes a while to start. */
const BEGUN_NOT = -1
/** Milliseconds after which a thread that has nothing to do ends. */
const IDLE = 30_000

interface Task {
  readonly job: Job
  readonly resolve: (found: Uint8Array) => void
  readonly reject: (error: unknown) => void
}

/**
 * Looks for regular expressions in a thread of its own, one search at a time, so that one that would never end (`(a+)+$`)
 * holds up nothing and is given up.
 */
export class Searcher {
  readonly #patience: typeof PATIENCE
  readonly #tasks: Task[] = []
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(patience = PATIENCE) {
    this.#patience = patience
  }

  /** For each passage 1 where the expression is found in its text without colours, else 0. Throws `usage` when it takes too long. */
  find(expression: RegExp, passages: readonly Passage[]): Promise<Uint8Array> {
    if (passages.length === 0) return Promise.resolve(new Uint8Array(0))
    return new Promise((resolve, reject) => {
      this.#tasks.push({ job: jobOf(expression, passages), resolve, reject })
      if (this.#tasks.length === 1) void this.#work()
    })
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  async #work(): Promise<void> {
    clearTimeout(this.#idle)
    for (let task = this.#tasks[0]; task !== undefined; task = this.#tasks[0]) {
      await this.#run(task.job).then(task.resolve, task.reject)
      this.#tasks.shift()
    }
    this.#idle = setTimeout(() => void this.close(), IDLE).unref()
  }

  async #run(job: Job): Promise<Uint8Array> {
    this.#worker ??= startWorker()
    const worker = this.#worker
    const { progress } = job
    const over = new AbortController()
    let timer: NodeJS.Timeout | undefined
    try {
      const answer = once(worker, 'message', { signal: over.signal })
      worker.ref()
      worker.postMessage(job)
      const late = new Promise<never>((_, reject) => {
        // Looks are counted instead of time, so that a machine that is busy with something else counts for less.
        let [last, still, all] = [BEGUN_NOT, 0, 0]
        const look = () => {
          const done = Atomics.load(progress, 0)
          if (done === BEGUN_NOT) return
          still = done === last ? still + 1 : 0
          all++
          last = done
          if (still * LOOK > this.#patience.one || all * LOOK > this.#patience.all)
            reject(tooSlow(job.pattern))
        }
        timer = setInterval(look, LOOK)
      })
      const [found] = await Promise.race([answer, late])
      return found as Uint8Array
    } catch (error) {
      this.#worker = undefined
      void worker.terminate()
      throw error
    } finally {
      clearInterval(timer)
      over.abort()
      worker.unref()
    }
  }
}

function startWorker(): Worker {
  const workerData: Surroundings = { styled: ANY.source, sequence: SEQUENCE.source }
  return new Worker(`(${searchInThread.toString()})()`, { eval: true, workerData })
}

function jobOf({ source, flags }: RegExp, passages: readonly Passage[]): Job {
  const numbers = new Map<SharedArrayBuffer, number>()
  const lines: number[] = []
  for (const { strand, number, rest } of passages)
    for (const one of [number, ...rest]) {
      const block = strand.block(one)
      // What is gone meanwhile is an empty text.
      const memory = block?.memory ?? EMPTY
      const at = numbers.get(memory) ?? numbers.size
      numbers.set(memory, at)
      const line = block === undefined ? -1 : one - block.first
      lines.push(at, block?.from(line) ?? 0, block?.to(line) ?? 0)
    }
  return {
    pattern: source,
    flags,
    memories: [...numbers.keys()],
    lines: Uint32Array.from(lines),
    counts: Uint32Array.from(passages, ({ rest }) => rest.length + 1),
    progress: new Int32Array(new SharedArrayBuffer(4)).fill(BEGUN_NOT),
  }
}

const EMPTY = new SharedArrayBuffer(0)

function tooSlow(pattern: string): ShoalError {
  return new ShoalError(
    'usage',
    `The regular expression "${pattern}" takes too long on these lines; the search was given up.`,
    'Make it simpler: a repetition within a repetition, as in (a+)+, is tried in ever more ways.',
  )
}
