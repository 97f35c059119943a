import { expect, test } from 'vitest'
import { packagesLoadedWith } from '../../support/static-imports.ts'

/** What `shoal status` reads, in this order. Each package more is milliseconds that every command takes longer. */
test.each([
  ['cli/main.ts', ['env-paths', 'picocolors']],
  ['cli/program.ts', ['commander']],
  ['cli/commands/status.ts', ['commander']],
  ['engine/ahead.ts', ['dockerode']],
  ['engine/commands/view.ts', ['proper-lockfile', 'yaml']],
])('%s loads no package but %j', (entry, packages) => {
  expect(packagesLoadedWith(entry)).toEqual(packages)
})
