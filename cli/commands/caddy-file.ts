import { Command } from 'commander'
import { examples } from '../examples.ts'
import { operateAndPrint } from '../operate.ts'
import { problemLines } from '../output/caddy-text.ts'
import type { Session } from '../session.ts'

/** `shoal caddy validate [FILE]`, `shoal caddy fmt [--write]` and `shoal caddy reload` */
export function caddyFileCommands(session: Session): Command[] {
  const validate = new Command('validate')
    .description('have Caddy check the Caddyfile, or another file, without loading it')
    .argument('[FILE]', "a file (default: the project's Caddyfile)")
    .action((file: string | undefined) => check(session, file))
  const format = new Command('fmt')
    .description('print the Caddyfile as Caddy lays it out; exit 1 when that is not how it is')
    .option('--write', 'write it to the file instead')
    .action(({ write = false }: { write?: boolean }) => layOut(session, write))
  const reload = new Command('reload')
    .description('have Caddy load the Caddyfile, if it means something else than what runs')
    .option('--dry-run', 'print the plan and change nothing')
    .action(async ({ dryRun = false }: { dryRun?: boolean }) => {
      const directory = await session.project()
      await operateAndPrint(session, 'caddyfile.reload', { directory, dryRun })
    })
  return [
    examples(validate, ['shoal caddy validate', 'shoal caddy validate Caddyfile.new']),
    examples(reload, ['shoal caddy reload', 'shoal caddy reload --dry-run']),
    examples(format, ['shoal caddy fmt', 'shoal caddy fmt --write']),
  ]
}

async function check(session: Session, file: string | undefined): Promise<void> {
  const directory = await session.project()
  const engine = await session.engine(directory)
  const { signal } = session
  const text =
    file === undefined
      ? (await engine.call('caddyfile.read', { directory }, { signal })).text
      : await read(file)
  const result = await engine.call('caddyfile.check', { directory, text, thorough: true }, { signal })
  const errors = result.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) session.exitCode = 1
  const name = file ?? 'Caddyfile'
  await session.print(result, () => {
    const lines = problemLines(result.problems, name, session.paint)
    return [...lines, ...(errors.length > 0 ? [] : [verdict(name, result.differs)])].join('\n')
  })
}

function verdict(name: string, differs: boolean | null): string {
  if (differs === null) return `${name} is valid.`
  return differs
    ? `${name} is valid. Caddy runs something else: shoal caddy reload`
    : `${name} is valid, and what Caddy runs.`
}

async function layOut(session: Session, write: boolean): Promise<void> {
  const directory = await session.project()
  const engine = await session.engine(directory)
  const { signal } = session
  const { text, hash } = await engine.call('caddyfile.read', { directory }, { signal })
  const formatted = await engine.call('caddyfile.format', { directory, text }, { signal })
  const changed = formatted.text !== text
  // Laying out changes nothing that Caddy does, so there is nothing to load.
  if (changed && write)
    await engine.call(
      'caddyfile.write',
      { directory, text: formatted.text, expected: hash, apply: false },
      { signal },
    )
  if (changed && !write) session.exitCode = 1
  await session.print({ ...formatted, changed, written: changed && write }, () => {
    if (!write) return formatted.text.trimEnd()
    return changed ? 'The Caddyfile was laid out anew.' : 'The Caddyfile is laid out as Caddy does it.'
  })
}

async function read(file: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return await readFile(file, 'utf8').catch(async (cause) => {
    const { ShoalError } = await import('../../contract/errors.ts')
    throw new ShoalError('usage', `${file} can not be read.`, 'Name a file that is there.', { cause })
  })
}
