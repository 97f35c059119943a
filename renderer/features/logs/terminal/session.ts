import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import { link } from '../../../bridge/engine.ts'
import { copyText } from '../../../lib/copy.ts'
import { createScreen, loadFont, type Screen } from '../xterm/create.ts'
import { commandOf, type TerminalKind } from './commands.ts'
import { Input } from './input.ts'

export interface SessionTarget {
  readonly directory: string
  /** A service or an instance. */
  readonly name: string
  readonly kind: TerminalKind
}

export type SessionState =
  | { readonly kind: 'running' }
  | { readonly kind: 'ended'; readonly code: number }
  | { readonly kind: 'failed'; readonly error: ErrorData }

const SCROLLBACK = 5_000

/** A process in a container and the terminal that shows it. It goes on while nothing shows the terminal. */
export class Session {
  readonly target: SessionTarget
  readonly #screen: Screen = createScreen({
    scrollback: SCROLLBACK,
    cursorBlink: true,
    screenReaderMode: true,
    macOptionIsMeta: true,
  })
  readonly #tell: (state: SessionState) => void
  readonly #encoder = new TextEncoder()
  #input = new Input()
  #stop = new AbortController()
  #started = false

  constructor(target: SessionTarget, tell: (state: SessionState) => void) {
    this.target = target
    this.#tell = tell
    const { terminal } = this.#screen
    terminal.attachCustomKeyEventHandler((event) => !this.#copies(event))
    terminal.onData((text) => this.#input.push({ kind: 'stdin', data: this.#encoder.encode(text) }))
    terminal.onBinary((text) => {
      const data = Uint8Array.from(text, (character) => character.charCodeAt(0))
      this.#input.push({ kind: 'stdin', data })
    })
    terminal.onResize(({ cols: columns, rows }) =>
      this.#input.push({ kind: 'resize', size: { columns, rows } }),
    )
  }

  /** Shows the terminal in an element, and starts the process when it was never shown. Returns how to take it away. */
  mount(place: HTMLElement): () => void {
    const { terminal, element } = this.#screen
    const resized = new ResizeObserver(() => this.#screen.fit())
    let over = false
    void loadFont().then(() => {
      if (over) return
      place.append(element)
      if (terminal.element === undefined) terminal.open(element)
      this.#screen.fit()
      resized.observe(place)
      terminal.focus()
      if (!this.#started) this.run()
    })
    return () => {
      over = true
      resized.disconnect()
      element.remove()
    }
  }

  /** Starts the process, once more when it has ended. */
  run(): void {
    this.#started = true
    this.#stop = new AbortController()
    this.#input = new Input()
    this.#tell({ kind: 'running' })
    void this.#follow(this.#stop.signal)
    this.#screen.terminal.focus()
  }

  /** Ends the process and takes the terminal away for good: the engine hangs up on what nobody reads. */
  close(): void {
    this.#stop.abort()
    this.#input.close()
    this.#screen.dispose()
  }

  /** Ctrl+C interrupts, unless something is selected: then it is what copies everywhere else. */
  #copies({ type, key, ctrlKey, shiftKey, altKey }: KeyboardEvent): boolean {
    const { terminal } = this.#screen
    if (type !== 'keydown' || key !== 'c' || !ctrlKey || shiftKey || altKey || !terminal.hasSelection())
      return false
    void copyText(terminal.getSelection(), 'The selection')
    terminal.clearSelection()
    return true
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { terminal } = this.#screen
    const { directory, name, kind } = this.target
    const { cols: columns, rows } = terminal
    const process = { directory, name, command: commandOf(kind), tty: true, stdin: true }
    const input = { ...process, size: { columns, rows } }
    try {
      for await (const item of link.open('exec.run', input, { signal, feed: this.#input })) {
        // The next piece is asked for when this one was shown, so a flood never fills the memory.
        if (item.kind !== 'exit') await new Promise<void>((shown) => terminal.write(item.data, shown))
        else this.#tell({ kind: 'ended', code: item.code })
        if (item.kind === 'exit') return
      }
      if (!signal.aborted) throw new ShoalError('exec-failed', `The ${kind} in ${name} ended without a word.`)
    } catch (thrown) {
      if (!signal.aborted) this.#tell({ kind: 'failed', error: ShoalError.from(thrown).toData() })
    } finally {
      this.#input.close()
      if (!signal.aborted) terminal.write('\r\n')
    }
  }
}
