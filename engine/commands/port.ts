import type { CallOutput, CallParams, Outcome } from '../../contract/calls.ts'
import { isPortFree } from '../ports/free.ts'
import { findPortHolder } from '../ports/holder.ts'
import { nextFreePort } from '../ports/next.ts'
import { changeEnv } from './env.ts'
import type { Host } from './host.ts'
import { requirePort } from './public-port.ts'
import { status, type View } from './view.ts'

/** The public port, as published now, else as the project asks for. */
export async function getPort(
  host: Host,
  { directory }: CallParams<'port.get'>,
): Promise<CallOutput<'port.get'>> {
  const { port, url } = await status(host, directory)
  return { port, url }
}

/** Moves the stack to another public port: the new one answers before the old one goes. */
export async function setPort(
  host: Host,
  input: CallParams<'port.set'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { directory, port, dryRun } = input
  const set = { PORT: String(port) }
  const check = (view: View) => requirePort(host, view, port)
  return await changeEnv(host, { directory, set, unset: [], apply: true, dryRun }, signal, check)
}

/** Whether a port is free, and who holds it. */
export async function checkPort(
  host: Host,
  { port }: CallParams<'port.check'>,
): Promise<CallOutput<'port.check'>> {
  if (await isPortFree(port)) return { free: true, holder: '', next: port }
  const { docker } = await host.connect()
  const [holder, next] = await Promise.all([findPortHolder(port, docker), nextFreePort(port + 1)])
  return { free: false, holder: holder.words, next }
}
