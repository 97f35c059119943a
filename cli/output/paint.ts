import colors from 'picocolors'
import type { OutputStream } from '../host.ts'

/** Colours for one stream: each a function that is the identity where colours are not wanted. */
export type Paint = ReturnType<typeof colors.createColors>
export type Painter = Paint['red']

/** Colours on a terminal. NO_COLOR turns them off, FORCE_COLOR on (https://no-color.org, https://force-color.org). */
export function paintFor(stream: OutputStream, env: NodeJS.ProcessEnv): Paint {
  if (env.NO_COLOR) return colors.createColors(false)
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return colors.createColors(true)
  return colors.createColors(stream.isTTY === true && env.TERM !== 'dumb')
}
