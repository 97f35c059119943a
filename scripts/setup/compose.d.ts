/**
 * How Docker Compose (2.40 or newer) is called here, as an argument list to put the compose arguments after.
 * @throws {Error} when there is none; `npm run setup -- --compose` gets one where it can
 */
export function composeCommand(): Promise<string[]>

/** Makes sure that there is one, and answers how it is called. */
export function ensureCompose(say: (text: string) => void): Promise<string>

/** Whether a version that `compose version --short` prints is of the 2.40 line or newer. */
export function isNewEnough(version: string): boolean
