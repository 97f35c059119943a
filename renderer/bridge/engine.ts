import { Link } from './link.ts'

/** The window's one connection to the engine. */
export const link = new Link()
