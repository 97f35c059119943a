import { Command } from 'commander'
import type { CallInput, CallOutput } from '../../contract/calls.ts'
import { examples } from '../examples.ts'
import { operate, outcomeText } from '../operate.ts'
import type { Session } from '../session.ts'
import { parseAssignments, parseKey } from '../values/variables.ts'

interface ChangeOptions {
  apply: boolean
  dryRun?: boolean
}

/** `shoal env set K=V...` and `shoal env unset K...` */
export function envChangeCommands(session: Session): Command[] {
  const set = new Command('set')
    .description('set variables; the file keeps its comments and order')
    .argument('<K=V...>', 'assignments')
    .action(async (texts: string[], options: ChangeOptions) => {
      await change(session, { set: parseAssignments(texts) }, options)
    })
  const unset = new Command('unset')
    .description('remove variables')
    .argument('<K...>', 'their names')
    .action(async (names: string[], options: ChangeOptions) => {
      await change(session, { unset: names.map(parseKey) }, options)
    })
  for (const command of [set, unset])
    command
      .option('--no-apply', 'change the file only; "shoal up" rolls it out')
      .option('--dry-run', 'print the plan and change nothing')
  return [
    examples(set, [
      'shoal env set BASE_URL=http://localhost:8080',
      "shoal env set 'GREETING=hello world' DEBUG=1",
    ]),
    examples(unset, ['shoal env unset DEBUG', 'shoal env unset DEBUG --no-apply']),
  ]
}

async function change(
  session: Session,
  changes: Pick<CallInput<'env.change'>, 'set' | 'unset'>,
  { apply, dryRun = false }: ChangeOptions,
): Promise<void> {
  const directory = await session.project()
  const outcome = await operate(session, 'env.change', { directory, ...changes, apply, dryRun })
  await session.print(outcome, () => changeText(session, outcome, dryRun))
}

function changeText(session: Session, outcome: CallOutput<'env.change'>, dryRun: boolean): string {
  const { changed, applied, plan } = outcome
  if (changed.length === 0) return 'Nothing changed.'
  const names = changed.join(', ')
  if (dryRun) return `Would change ${names}\n${outcomeText(session, outcome)}`
  if (applied && plan.operations.length > 0) return `Changed ${names}\n${outcomeText(session, outcome)}`
  return `Changed ${names} in .env; nothing that runs was touched.`
}
