import { Command } from 'commander'
import { isSecret } from '../../contract/secret.ts'
import { examples } from '../examples.ts'
import type { Session } from '../session.ts'
import { parseKey } from '../values/variables.ts'

const MASK = '••••••••'

/** `shoal env list` and `shoal env get K` */
export function envReadCommands(session: Session): Command[] {
  const list = new Command('list')
    .description('list the variables; what looks like a secret is masked, except with --json')
    .option('--show', 'show secrets too')
    .action(async ({ show = false }: { show?: boolean }) => {
      const variables = await readVariables(session)
      if (!session.json && Object.keys(variables).length === 0) return session.say('.env sets nothing.')
      await session.print({ variables }, () =>
        Object.entries(variables)
          .map(([key, value]) => `${key}=${!show && isSecret(key, value) ? MASK : value}`)
          .join('\n'),
      )
    })
  const get = new Command('get')
    .description("print one variable's value")
    .argument('<K>', 'its name')
    .action(async (name: string) => {
      const key = parseKey(name)
      const value = new Map(Object.entries(await readVariables(session))).get(key)
      if (value === undefined) throw await notSet(key)
      await session.print({ key, value }, () => value)
    })
  return [
    examples(list, ['shoal env list', 'shoal env list --show', 'shoal env list --json']),
    examples(get, ['shoal env get BASE_URL']),
  ]
}

async function readVariables(session: Session): Promise<Record<string, string>> {
  const directory = await session.project()
  const engine = await session.engine()
  const { variables } = await engine.call('env.list', { directory }, { signal: session.signal })
  return variables
}

async function notSet(key: string): Promise<Error> {
  const { ShoalError } = await import('../../contract/errors.ts')
  return new ShoalError(
    'unknown-name',
    `${key} is not set in .env.`,
    'List what is set with "shoal env list".',
  )
}
