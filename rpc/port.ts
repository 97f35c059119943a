/** What a port carries: a string, or bytes that nobody else holds on to. `frame.ts` says which is used when. */
export type Frame = string | Uint8Array

/**
 * One end of a duplex connection that delivers whole frames in order, or closes. Everything else in this folder
 * is written against it. `onMessage` and `onClose` are each called once, in the turn that made the port.
 */
export interface Port {
  /** Never throws: a frame sent after the connection closed is dropped, and `onClose` has told why. */
  send(frame: Frame): void
  onMessage(callback: (frame: Frame) => void): void
  /** Called when the other end closed or was lost; some transports also report one's own `close`. */
  onClose(callback: () => void): void
  close(): void
}
