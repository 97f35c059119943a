/** The process that listens on a port. */
export interface Listener {
  readonly name: string
  readonly pid: number
}
