import type { Host } from '../../engine/commands/host.ts'
import { LogShelf } from '../../engine/commands/log-shelf.ts'
import { makeHost } from '../../engine/commands/make-host.ts'

/** What commands work with, on a machine where they find no Docker, keep nothing and know no variables. */
export function fakeHost(change: Partial<Host> = {}): Host {
  const { host } = makeHost({ bundledProject: '', environment: {} })
  return { ...host, logs: new LogShelf(), ...change }
}
