import type { LogRecord } from '../../../../contract/logs.ts'
import { copyText } from '../../../lib/copy.ts'
import { stripAnsi } from '../text/ansi.ts'

/** Copies what was written, without its colours. */
export async function copyRecord({ text }: LogRecord): Promise<void> {
  await copyText(text.split('\n').map(stripAnsi).join('\n'), 'The line')
}
