import type { Part } from '../../../contract/models.ts'
import type { TransferProgress } from '../../docker/gateway.ts'
import type { Run } from './context.ts'

/** Between two reports of one operation. Milliseconds; an engine tells of a pull hundreds of times a second. */
const PACE = 200
/** Parts that are told at most. An image has up to 127 layers. */
const MOST = 200

/** What the engine's words for a layer's state mean; any other word is told as it is. */
const STATES: Readonly<Record<string, string>> = {
  'pulling fs layer': 'waiting',
  'verifying checksum': 'verifying',
  'download complete': 'downloaded',
  'pull complete': 'done',
  'already exists': 'done',
}

/** Takes up what an engine tells of a pull or build, and reports how far its parts are. */
class PartsReporter {
  private readonly run: Run
  private readonly parts = new Map<string, Part>()
  private detail = ''
  private timer: NodeJS.Timeout | undefined
  private reportedAt = 0

  constructor(run: Run) {
    this.run = run
  }

  readonly take = (progress: TransferProgress): void => {
    this.detail = [progress.layer, progress.text].filter(Boolean).join(' ')
    if (progress.layer === undefined) this.takeStep(progress.text)
    else this.takeLayer(progress.layer, progress)
    this.timer ??= setTimeout(() => this.report(), Math.max(0, this.reportedAt + PACE - Date.now()))
  }

  /** Everything went well: what was the last step of a build is over too. */
  finish(): void {
    for (const part of this.parts.values()) this.put({ ...part, state: 'done', done: part.total })
    if (this.parts.size > 0) this.timer ??= setTimeout(() => this.report())
  }

  end(): void {
    if (this.timer !== undefined) this.report()
  }

  private report(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.reportedAt = Date.now()
    this.run.report(this.detail, this.parts.size > 0 ? [...this.parts.values()] : undefined)
  }

  private takeLayer(name: string, { text, current, total }: TransferProgress): void {
    // Its id is the tag's, not a layer's.
    if (text.startsWith('Pulling from ')) return
    const before = this.parts.get(name) ?? { name, state: '', done: 0, total: 0 }
    const word = text.toLowerCase()
    const state = STATES[word] ?? word
    const size = total ?? before.total
    const complete = state === 'done' || state === 'downloaded'
    // Some engines count the seconds of unpacking: without a total it is no number of bytes.
    const done = complete ? size : total === undefined ? before.done : (current ?? 0)
    this.put({ name, state, done, total: size })
  }

  private takeStep(text: string): void {
    if (!/^Step \d+\/\d+ : /.test(text)) return
    for (const part of this.parts.values()) this.put({ ...part, state: 'done' })
    this.put({ name: text, state: 'running', done: 0, total: 0 })
  }

  private put(part: Part): void {
    if (this.parts.has(part.name) || this.parts.size < MOST) this.parts.set(part.name, part)
  }
}

/** Runs a pull or build while what it tells is reported. */
export async function reportParts<T>(
  run: Run,
  work: (onProgress: (progress: TransferProgress) => void) => Promise<T>,
): Promise<T> {
  const reporter = new PartsReporter(run)
  try {
    const result = await work(reporter.take)
    reporter.finish()
    return result
  } finally {
    reporter.end()
  }
}
