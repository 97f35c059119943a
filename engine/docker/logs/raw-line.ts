import type { LogEntry } from '../gateway.ts'

/** A line as it lies in the bytes that came from Docker. Text and stamp become strings only for those who want them. */
export class RawLine implements LogEntry {
  readonly time: number
  readonly nanos: number
  readonly stream: LogEntry['stream']
  readonly bytes: Buffer
  readonly from: number
  readonly to: number

  /** `from` and `to`: where the text lies in the bytes. */
  constructor(
    time: number,
    nanos: number,
    stream: LogEntry['stream'],
    bytes: Buffer,
    from: number,
    to: number,
  ) {
    this.time = time
    this.nanos = nanos
    this.stream = stream
    this.bytes = bytes
    this.from = from
    this.to = to
  }

  get text(): string {
    return this.bytes.toString('utf8', this.from, this.to)
  }

  get stamp(): string {
    const stamp = new Date(this.time).toISOString()
    return `${stamp.slice(0, -1)}${String(this.nanos).padStart(6, '0')}Z`
  }
}
