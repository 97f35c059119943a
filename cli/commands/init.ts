import { resolve } from 'node:path'
import { Command } from 'commander'
import type { CallOutput } from '../../contract/calls.ts'
import { examples } from '../examples.ts'
import type { Session } from '../session.ts'

/** `shoal init DIR`: a copy of the bundled project. */
export function initCommand(session: Session): Command {
  const command = new Command('init')
    .description('copy the bundled project, or an export, to a folder')
    .argument('<DIR>', 'a folder that does not exist yet or is empty')
    .option('--from <FILE>', 'a zip that `shoal export` made')
    .action(async (folder: string, { from }: { from?: string }) => {
      const engine = await session.engine()
      const target = resolve(session.host.cwd, folder)
      const input = {
        directory: target,
        ...(from === undefined ? {} : { from: resolve(session.host.cwd, from) }),
      }
      const result = await engine.call('project.init', input, { signal: session.signal })
      await session.print(result, () => describe(folder, result))
    })
  return examples(command, ['shoal init my-stack', 'shoal init copy --from shop.zip'])
}

function describe(folder: string, { directory, secrets }: CallOutput<'project.init'>): string {
  const fill = secrets.map((key) => `${key}=...`).join(' ')
  return [
    directory,
    ...(fill === ''
      ? []
      : [`The export has no secrets. Fill them in: shoal --project ${folder} env set ${fill} --no-apply`]),
    `Next: cd ${folder} && shoal up --scale 3`,
  ].join('\n')
}
