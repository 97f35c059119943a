import { type Evaluated, type EvaluateOptions, evaluateAll } from './evaluate.ts'
import { type EnvFault, scan } from './scan.ts'

/** A `.env` text as far as it can be read. */
export interface Inspection {
  readonly statements: readonly Evaluated[]
  /** Why Compose could not read the file, in their order. */
  readonly faults: readonly EnvFault[]
}

/** Reads a `.env` text that may be malformed: after a fault it goes on at the next line, where Compose gives up. */
export function inspectDotenv(text: string, options: EvaluateOptions = {}): Inspection {
  const faults: EnvFault[] = []
  const note = (fault: EnvFault) => void faults.push(fault)
  const statements = evaluateAll(text, scan(text, note), options, note)
  return { statements, faults: faults.sort((a, b) => a.offset - b.offset) }
}

/** What a text sets, as far as it can be read; the last of several with one name counts. Values are secret. */
export function variablesOf({ statements }: Inspection): Record<string, string> {
  return Object.fromEntries(
    statements.flatMap(({ key, value }) => (value === undefined || key === '' ? [] : [[key, value]])),
  )
}
