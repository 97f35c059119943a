import { Command } from 'commander'
import { examples } from '../examples.ts'
import { table } from '../output/table.ts'
import type { Session } from '../session.ts'

/** `shoal engine`: which Docker is used, and where it was looked for. */
export function engineCommand(session: Session): Command {
  const command = new Command('engine')
    .description('show which Docker is used, where it was found and what was tried')
    .action(async () => {
      const shoal = await session.engine()
      const found = await shoal.call('engine.find', {}, { signal: session.signal })
      await session.print(found, () => {
        const { engine, source, attempts } = found
        const { bold, dim } = session.paint
        const title = `${bold(`${engine.name} ${engine.version}`)} at ${engine.host}`
        const head = ['TRIED', 'HOST', 'RESULT'].map((text) => ({ text, paint: dim }))
        const tried = table([
          head,
          ...attempts.map((attempt) => [attempt.source, attempt.host, attempt.result]),
        ])
        return [title, `Found by: ${source}`, ...(attempts.length > 0 ? ['', ...tried] : [])].join('\n')
      })
    })
  return examples(command, ['shoal engine', 'shoal engine --json'])
}
