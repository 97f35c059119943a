import { resolve } from 'node:path'
import { Command } from 'commander'
import { examples } from '../examples.ts'
import type { Session } from '../session.ts'

/** `shoal init DIR`: a copy of the bundled project. */
export function initCommand(session: Session): Command {
  const command = new Command('init')
    .description('copy the bundled project to a folder')
    .argument('<DIR>', 'a folder that does not exist yet or is empty')
    .action(async (folder: string) => {
      const engine = await session.engine()
      const target = resolve(session.host.cwd, folder)
      const result = await engine.call('project.init', { directory: target }, { signal: session.signal })
      await session.print(result, () => `${result.directory}\nNext: cd ${folder} && shoal up --scale 3`)
    })
  return examples(command, ['shoal init my-stack'])
}
