import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { mergeOutput } from '../../../../engine/commands/merge-output.ts'
import type { ExecSession } from '../../../../engine/docker/gateway.ts'

function session() {
  const stream = new PassThrough()
  const stderr = new PassThrough()
  const whole: ExecSession = {
    stream,
    stderr,
    exit: Promise.resolve(0),
    resize: async () => {},
    close: () => {},
  }
  return { stream, stderr, whole }
}

describe('mergeOutput', () => {
  it('gives both outputs as they come, until both end', async () => {
    const { stream, stderr, whole } = session()
    const write = async () => {
      stream.write('one')
      await sleep(5)
      stderr.end('two')
      await sleep(5)
      stream.end('three')
    }
    const writing = write()
    const got: string[] = []
    for await (const { kind, data } of mergeOutput(whole)) got.push(`${kind} ${Buffer.from(data)}`)
    await writing
    expect(got).toEqual(['stdout one', 'stderr two', 'stdout three'])
  })

  it('does not read on where the reader stands still', async () => {
    const { stream, stderr, whole } = session()
    stderr.end()
    const output = mergeOutput(whole)
    let accepted = 0
    const write = async () => {
      while (accepted < 10_000 && stream.write(Buffer.alloc(1_024))) {
        accepted += 1
        await sleep(0)
      }
    }
    const writing = write()
    const { value } = await output.next()
    await writing
    expect(accepted).toBeLessThan(200)
    let read = value?.data.length ?? 0
    stream.end()
    for await (const { data } of output) read += data.length
    expect(read).toBe((accepted + 1) * 1_024)
  })

  it('ends with the fault of an output that breaks', async () => {
    const { stream, whole } = session()
    const fault = new Error('cut')
    const reading = mergeOutput(whole).next()
    stream.destroy(fault)
    await expect(reading).rejects.toBe(fault)
  })
})
