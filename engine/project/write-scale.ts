import { readText } from '../files/read-text.ts'
import { writeText } from '../files/write-text.ts'
import { readScale, withScale } from './edit-scale.ts'
import type { Project } from './model.ts'

/**
 * Keeps the scale of a service in the project's compose file, for Shoal and for a bare `docker compose up -d`. With
 * an override file the last file that sets a scale is the one edited, since its value is the one that counts.
 *
 * @throws ShoalError `project-invalid` when no file can be edited safely, `disk-full` or `file-write`; the files are
 * then byte-identical.
 */
export async function writeScale(
  project: Pick<Project, 'files'>,
  service: string,
  scale: number,
): Promise<void> {
  const files = await Promise.all(
    project.files.map(async (path) => ({ path, text: (await readText(path)) ?? '' })),
  )
  const file = files.findLast(({ path, text }) => readScale(text, service, path) !== undefined) ?? files[0]
  if (file === undefined) return
  const edited = withScale(file.text, service, scale, file.path)
  if (edited !== file.text) await writeText(file.path, edited)
}
