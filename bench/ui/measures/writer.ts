import type { Stack } from '../../../test/support/stack.ts'
import { MARK } from '../page/probe.ts'

/** Runs in a container: writes lines of 120 characters to the log of its first process, as many as are due, then says how many. */
const PROGRAM = `
const { openSync, writeSync } = require('node:fs')
const [rate, seconds] = process.argv.slice(1).map(Number)
const log = openSync('/proc/1/fd/1', 'w')
const began = Date.now()
let count = 0
const write = () => {
  const due = Math.min(rate * seconds, Math.floor(((Date.now() - began) * rate) / 1000))
  let text = ''
  for (; count < due; count++) text += ('${MARK} ' + String(count + 1).padStart(8, '0')).padEnd(119, ' .') + '\\n'
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(log, bytes, at)
  if (count < rate * seconds) return setTimeout(write, 10)
  console.log(JSON.stringify({ count, took: Date.now() - began }))
}
write()
`

export interface Written {
  readonly count: number
  /** Milliseconds. */
  readonly took: number
}

/** Floods an instance's log: numbered lines at a rate per second. Resolves when all are written. */
export async function flood(stack: Stack, rate: number, seconds: number): Promise<Written> {
  return JSON.parse(await stack.exec('app-1', 'node', '-e', PROGRAM, String(rate), String(seconds)))
}
