import { Command } from 'commander'
import { examples } from '../examples.ts'
import { operateAndPrint } from '../operate.ts'
import type { Session } from '../session.ts'

/** `shoal start [NAME...]` */
export function startCommand(session: Session): Command {
  return runStateCommand(session, 'start', 'start what was stopped')
}

/** `shoal stop [NAME...]` */
export function stopCommand(session: Session): Command {
  return runStateCommand(session, 'stop', 'stop without removing anything')
}

/** `shoal restart [NAME...]` */
export function restartCommand(session: Session): Command {
  return runStateCommand(
    session,
    'restart',
    'restart, one instance after the other, without dropping a request',
  )
}

function runStateCommand(session: Session, verb: 'start' | 'stop' | 'restart', description: string): Command {
  const command = new Command(verb)
    .description(description)
    .argument('[NAME...]', 'services (app), instances (app-2) or container names; all when left out')
    .action(async (names: string[]) => {
      const directory = await session.project()
      await operateAndPrint(session, `stack.${verb}`, { directory, names })
    })
  return examples(command, [`shoal ${verb}`, `shoal ${verb} app-2`])
}
