import { ShoalError } from '../../../contract/errors.ts'
import { type EvaluateOptions, evaluateAll } from './evaluate.ts'
import { EnvFault, lineAt, type Statement, scan } from './scan.ts'

export interface DotenvOptions extends EvaluateOptions {
  /** The file's name as shown in errors. */
  readonly file?: string
}

/**
 * The variables of a `.env` text exactly as Docker Compose 2.40 reads them; the last of several with one name counts.
 * A value without a name is left out: no container could take it.
 *
 * @throws ShoalError `env-invalid` naming file and line, never a value.
 */
export function parseDotenv(text: string, options: DotenvOptions = {}): Map<string, string> {
  return faultsOf(text, options.file, () => {
    const variables = new Map<string, string>()
    for (const { key, value } of evaluateAll(text, scan(text), options))
      if (value !== undefined && key !== '') variables.set(key, value)
    return variables
  })
}

/**
 * The statements of a `.env` text, with their places, for an editor of the file. Variables are not filled in.
 *
 * @throws ShoalError `env-invalid` naming file and line.
 */
export function scanDotenv(text: string, file?: string): Statement[] {
  return faultsOf(text, file, () => scan(text))
}

/** Runs a part of the reading and gives its faults their line. */
function faultsOf<T>(text: string, file = '.env', read: () => T): T {
  try {
    return read()
  } catch (fault) {
    if (fault instanceof EnvFault) throw envInvalid(text, fault, file)
    throw fault
  }
}

function envInvalid(text: string, fault: EnvFault, file: string): ShoalError {
  const line = lineAt(text, fault.offset)
  return new ShoalError(
    'env-invalid',
    `${file} line ${line} can not be read: ${fault.message}; the file was left as it is.`,
    `Correct line ${line} of ${file}; put a value with spaces, # or $ in single quotes.`,
    { cause: fault },
  )
}
