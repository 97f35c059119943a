import { ShoalError } from '../../../contract/errors.ts'
import { NotTextError, readText } from '../../files/read-text.ts'

/**
 * The text of an env file; undefined when there is none.
 *
 * @throws ShoalError `env-invalid` when it can't be read as text.
 */
export async function readEnvText(path: string, shownAs: string): Promise<string | undefined> {
  try {
    return await readText(path)
  } catch (cause) {
    const where = cause instanceof NotTextError ? `${shownAs} line ${cause.line}` : shownAs
    const why = cause instanceof NotTextError ? cause.message : 'the file can not be opened'
    const hint = cause instanceof NotTextError ? 'Save it as UTF-8.' : 'Check the permissions of the file.'
    throw new ShoalError(
      'env-invalid',
      `${where} can not be read: ${why}; the file was left as it is.`,
      hint,
      { cause },
    )
  }
}
