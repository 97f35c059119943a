import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import { ShoalError } from '../../contract/errors.ts'
import type { ExportSummary } from '../../contract/export.ts'
import { examples } from '../examples.ts'
import type { Session } from '../session.ts'

/** `shoal export [FILE]`: the project as one zip without secrets. */
export function exportCommand(session: Session): Command {
  const command = new Command('export')
    .description('write the project into one zip, without its secrets')
    .argument('[FILE]', 'the zip (default: <project>.zip here)')
    .option('--force', 'replace a file that is there')
    .action(async (file: string | undefined, { force = false }: { force?: boolean }) => {
      const directory = await session.project()
      // Beside the zip, so that it gets its name in one step.
      const folder = file === undefined ? session.host.cwd : dirname(resolve(session.host.cwd, file))
      const partial = join(folder, `.shoal-export-${process.pid}.tmp`)
      try {
        const summary = await save(session, directory, partial)
        const target = resolve(session.host.cwd, file ?? `${summary.project}.zip`)
        if (!force && (await exists(target)))
          throw new ShoalError(
            'usage',
            `${target} is there already; it was left as it was.`,
            'Name another file, or say --force to replace it.',
          )
        await rename(partial, target)
        await session.print({ file: target, ...summary }, () => describe(target, summary))
      } finally {
        await rm(partial, { force: true })
      }
    })
  return examples(command, ['shoal export', 'shoal export shop.zip && shoal init copy --from shop.zip'])
}

async function save(session: Session, directory: string, path: string): Promise<ExportSummary> {
  const handle = await open(path, 'wx', 0o600).catch((cause) => {
    throw new ShoalError(
      'file-write',
      `${path} could not be written; nothing was exported.`,
      'Go to a folder that you may write to.',
      { cause },
    )
  })
  try {
    let summary: ExportSummary | undefined
    for await (const item of session.read('project.export', { directory })) {
      if (item.kind === 'bytes') await handle.write(item.data)
      else summary = item.summary
    }
    if (summary) return summary
    throw new ShoalError('internal', 'The export ended too early; nothing was written.')
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

function describe(file: string, { files, bytes, secrets, leftOut, notes }: ExportSummary): string {
  return [
    file,
    `${files} files, ${(bytes / 1e6).toFixed(1)} MB`,
    ...(secrets.length > 0 ? [`Secrets that stayed behind: ${secrets.join(', ')}`] : []),
    ...leftOut.map(({ path, why }) => `Left out: ${path} (${why})`),
    ...notes.map((note) => `Note: ${note}`),
  ].join('\n')
}
