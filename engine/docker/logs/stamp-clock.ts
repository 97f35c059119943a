/** The form that Docker writes, "2026-03-01T10:00:00.123456789Z": with nanoseconds, in UTC. */
export const FULL = 30
/** "2026-03-01T10:00:" */
const TO_MINUTES = 17

const ZERO = 0x30
const DOT = 0x2e
const ZULU = 0x5a
const SPACE = 0x20

/**
 * Reads Docker's stamps from their bytes. Lines come in time order, so most share their minute with the line before, and
 * reading a date anew costs more than all the rest of a line.
 */
export class StampClock {
  readonly #minute = Buffer.alloc(TO_MINUTES)
  #base = 0
  /** Of the stamp that was read last: milliseconds since the epoch, and the nanoseconds behind them. */
  time = 0
  nanos = 0

  /** Reads the stamp in Docker's full form, followed by a space, that begins here. Returns whether there is one. */
  read(bytes: Buffer, at: number): boolean {
    if (bytes[at + FULL] !== SPACE || bytes[at + FULL - 1] !== ZULU || bytes[at + 19] !== DOT) return false
    if (!this.#isSameMinute(bytes, at)) {
      const base = Date.parse(`${bytes.toString('latin1', at, at + TO_MINUTES)}00Z`)
      if (Number.isNaN(base)) return false
      bytes.copy(this.#minute, 0, at, at + TO_MINUTES)
      this.#base = base
    }
    this.time = this.#base + number(bytes, at + 17, 2) * 1000 + number(bytes, at + 20, 3)
    this.nanos = number(bytes, at + 23, 6)
    return this.time >= this.#base
  }

  /** The same for a stamp of any form, as it was cut out; the epoch for what is none. */
  readText(stamp: string): void {
    if (stamp.length === FULL && this.read(Buffer.from(`${stamp} `), 0)) return
    const fraction = /\.\d{3}(\d{1,6})/.exec(stamp)?.[1] ?? ''
    this.time = Date.parse(stamp) || 0
    this.nanos = Number(fraction.padEnd(6, '0'))
  }

  #isSameMinute(bytes: Buffer, at: number): boolean {
    // The later a digit stands, the sooner it changes.
    for (let digit = TO_MINUTES - 1; digit >= 0; digit--)
      if (bytes[at + digit] !== this.#minute[digit]) return false
    return true
  }
}

function number(bytes: Buffer, at: number, digits: number): number {
  let value = 0
  for (let digit = at; digit < at + digits; digit++) value = value * 10 + (bytes[digit] ?? 0) - ZERO
  return value
}
