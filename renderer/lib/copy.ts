import { tellDone, tellError } from './notify.ts'

/** Puts a text on the clipboard and says so. `what` begins the sentence: "The address". */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await write(text)
    tellDone(`${what} is on the clipboard`)
  } catch (thrown) {
    tellError(thrown)
  }
}

/** The desktop window denies every permission, the clipboard's too; copying a selection needs none. */
async function write(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch (thrown) {
    if (!copySelection(text)) throw thrown
  }
}

function copySelection(text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
  }
}
