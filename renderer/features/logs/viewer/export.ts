import { copyText } from '../../../lib/copy.ts'
import { countText } from '../../../lib/format.ts'
import type { LogController } from './controller.ts'

/** Milliseconds for which lines are put together at a stretch. */
const SLICE = 8

/** Copies what is selected, or all lines that are shown. */
export async function copyLines(controller: LogController): Promise<void> {
  const selected = controller.selection()
  if (selected !== '') return await copyText(selected, 'The selection')
  const lines = await collect(controller)
  await copyText(lines.join('\n'), `The log (${countText(lines.length, 'line')})`)
}

/** Offers the lines that are shown as a file. */
export async function saveLines(controller: LogController, name: string): Promise<void> {
  const lines = await collect(controller)
  const url = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.log`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
}

/** A hundred thousand lines take a while: the window stays responsive meanwhile. */
async function collect(controller: LogController): Promise<string[]> {
  const lines: string[] = []
  let begin = performance.now()
  for (const line of controller.pane.texts()) {
    lines.push(line)
    if (performance.now() - begin < SLICE) continue
    await new Promise((resolve) => setTimeout(resolve))
    begin = performance.now()
  }
  return lines
}
