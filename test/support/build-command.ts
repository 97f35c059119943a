import { buildCommandLine } from '../../scripts/build.js'

/** Scenarios drive the command that users run, so it is built once before the first of them. */
export async function setup(): Promise<void> {
  await buildCommandLine()
}
