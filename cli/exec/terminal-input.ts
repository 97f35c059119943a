import type { StreamFeed } from '../../contract/streams.ts'
import type { InputStream, OutputStream } from '../host.ts'
import { Queue } from './queue.ts'

type Feed = StreamFeed<'exec.run'>
type Size = Extract<Feed, { kind: 'resize' }>['size']

export interface TerminalInput {
  readonly items: AsyncIterable<Feed>
  /** The terminal's size at the start, to be spread into the stream's input; empty without a terminal. */
  readonly size: { readonly size?: Size }
  /** Gives the terminal back as it was. */
  close(): void
}

/**
 * What a process in a container gets from us: what is typed or piped in, its end, and with `tty` the terminal's size.
 * With `tty` the terminal is in raw mode until `close`, so that Ctrl-C reaches the process and not us.
 */
export function terminalInput(stdin: InputStream, stdout: OutputStream, tty: boolean): TerminalInput {
  const queue = new Queue<Feed>(
    () => stdin.pause(),
    () => stdin.resume(),
  )
  const onData = (data: Buffer | string) => queue.push({ kind: 'stdin', data: Buffer.from(data) })
  const onEnd = () => queue.push({ kind: 'end' })
  const onResize = () => {
    const { size } = sizeOf(stdout)
    if (size) queue.push({ kind: 'resize', size })
  }
  stdin.on('data', onData)
  // An input that cannot be read any more has ended, as far as the process is concerned.
  stdin.once('end', onEnd)
  stdin.once('error', onEnd)
  if (tty) {
    stdin.setRawMode?.(true)
    stdout.on('resize', onResize)
  }
  return {
    items: queue,
    size: tty ? sizeOf(stdout) : {},
    close: () => {
      stdin.off('data', onData)
      stdin.off('end', onEnd)
      stdin.off('error', onEnd)
      stdout.off('resize', onResize)
      if (tty) stdin.setRawMode?.(false)
      stdin.pause()
      queue.close()
    },
  }
}

function sizeOf({ columns, rows }: OutputStream): { size?: Size } {
  return columns && rows ? { size: { columns, rows } } : {}
}
