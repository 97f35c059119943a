import { isPage } from './page-address.ts'

/** What is needed of an IPC event. */
export interface SenderEvent {
  readonly sender: { readonly id: number }
  /** Null when the frame is gone by now. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** Whether a message comes from our page, in the top frame of our window (`contents` is its id). */
export function isTrusted(event: SenderEvent, contents: number | undefined, page: string): boolean {
  const { sender, senderFrame } = event
  return (
    contents !== undefined &&
    sender.id === contents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isPage(senderFrame.url, page)
  )
}
