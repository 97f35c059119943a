import { join } from 'node:path'
import type { CallOutput, CallParams } from '../../../contract/calls.ts'
import { repairOne } from '../../caddyfile/repair/repair.ts'
import { readText } from '../../files/read-text.ts'
import { APP } from '../../stack/roles.ts'
import type { Host } from '../host.ts'
import { appOf } from '../project-settings.ts'
import { lookAround } from './examiner.ts'
import { findProblems, scaleOf } from './problems.ts'

/** Mending one thing shows the next: an app that gets slots has no health checks yet. */
const ROUNDS = 8

/** Adds to a text what Shoal needs, as far as it finds where; every other line stays as it is. Nothing is written. */
export async function repairCaddyfile(
  host: Host,
  { directory, text: given }: CallParams<'caddyfile.repair'>,
): Promise<CallOutput<'caddyfile.repair'>> {
  const { project, examiner: ask } = await lookAround(host, directory)
  const [examiner, bundled] = await Promise.all([ask(), readText(join(host.bundledProject, 'Caddyfile'))])
  const mending = { app: appOf(project), service: APP, scale: scaleOf(project), bundled: bundled ?? '' }
  const done: string[] = []
  let text = given
  let { problems } = await findProblems(text, project, examiner)
  for (let round = 0; round < ROUNDS; round += 1) {
    const mended = repairOne(text, problems, mending)
    if (mended === undefined) break
    text = mended.text
    done.push(mended.done)
    problems = (await findProblems(text, project, examiner)).problems
  }
  return { text, done: [...new Set(done)], problems }
}
