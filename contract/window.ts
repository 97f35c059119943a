/**
 * What a page of Shoal and the desktop window around it tell each other with `window.postMessage`. It imports nothing, for
 * the preload script is made of it too.
 */

/** The page asks for a connection to the engine: when it is ready to be led somewhere, and again after a loss. */
export const WANT_PORT = 'shoal:want-port'

/** The window's answer; the message carries a MessagePort that speaks `rpc`. */
export const PORT = 'shoal:port'

/** Where the menu, the tray, a notification or a second start of Shoal leads the page. */
export interface Navigation {
  readonly shoal: 'navigate'
  /**
   * `/overview`, `/logs` (`?name=app-2` for one instance), `/environment`, `/settings`; `/open` lets the user choose a
   * folder, `/open?directory=D` opens that one; `/palette` and `/shortcuts` show these over the screen that is there.
   */
  readonly to: string
}

/** What the page finds as `window.shoal` in the desktop app. */
export interface WindowHost {
  readonly host: 'electron'
}
