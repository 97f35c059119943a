import type { TimelineEntry } from '../../contract/timeline.ts'

/** A step from one number to another. */
const STEP = /^(\S+) \S+ -> \S+$/

/** A command in the words of its plan where that says more: "scale 3 -> 6" for `scale 6`. Pure. */
export function whatOf(command: string, operations: TimelineEntry['operations']): string {
  const verb = command.split(' ')[0]
  return operations.find(({ cause }) => STEP.exec(cause)?.[1] === verb)?.cause ?? command
}
