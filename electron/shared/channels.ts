/** The page's wish for a connection to the engine, from preload to main. */
export const WANT = 'port:want'

/** The connection, from main to preload: a message with one port. */
export const PORT = 'port'

/** A path of the page, from main to preload. */
export const NAVIGATE = 'navigate'
