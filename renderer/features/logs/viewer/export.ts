import { link } from '../../../bridge/engine.ts'
import { copyText } from '../../../lib/copy.ts'
import { tellDone } from '../../../lib/notify.ts'
import type { Wanted } from '../lines/wanted.ts'
import type { LogController } from './controller.ts'

export type Format = 'text' | 'json'

const FILES: Readonly<Record<Format, { readonly ending: string; readonly type: string }>> = {
  text: { ending: 'log', type: 'text/plain' },
  json: { ending: 'jsonl', type: 'application/x-ndjson' },
}

/** Copies what is selected, or all lines that are shown. Throws the engine's error. */
export async function copyLines(controller: LogController, wanted: Wanted): Promise<void> {
  const selected = controller.selection()
  if (selected !== '') return await copyText(selected, 'The selection')
  const text = (await collect(controller, wanted, 'text')).join('')
  await copyText(text, 'What is shown')
}

/** Offers what is shown as a file. Throws the engine's error. */
export async function saveLines(
  controller: LogController,
  wanted: Wanted,
  format: Format,
  name: string,
): Promise<void> {
  const { ending, type } = FILES[format]
  const pieces = await collect(controller, wanted, format)
  const url = URL.createObjectURL(new Blob(pieces, { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = `${name}.${ending}`
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
  tellDone(`${anchor.download} is saved`)
}

/** What the window shows, from its first record to its last, as the engine writes it. */
async function collect({ pane }: LogController, wanted: Wanted, format: Format): Promise<string[]> {
  const { firstPlace: from, lastPlace: to } = pane
  if (from === undefined || to === undefined) return []
  const pieces: string[] = []
  const { signal } = new AbortController()
  for await (const piece of link.open('logs.export', { ...wanted, format, from, to }, { signal }))
    pieces.push(piece)
  return pieces
}
