import { type Draft, type EnvFile, isEdited } from './draft.ts'

/** What becomes of the draft when the file reads like this now. Edits are never lost: they make it a conflict. Pure. */
export function meet(draft: Pick<Draft, 'file' | 'text' | 'theirs'>, found: EnvFile): Partial<Draft> {
  const { file, text, theirs } = draft
  if (!isEdited(draft) || text === found.text)
    return file?.hash === found.hash && file.text === found.text
      ? { readError: null, theirs: null }
      : { file: found, text: found.text, theirs: null, readError: null }
  if (file?.hash === found.hash) return { theirs: null, readError: null }
  return theirs?.hash === found.hash ? { readError: null } : { theirs: found, readError: null }
}
