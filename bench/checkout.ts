import { fileURLToPath } from 'node:url'

/** The checkout: this folder and the one that the bundle lies in are both directly below it. */
const CHECKOUT = new URL('../', import.meta.url)

/** The path of a file of the checkout. */
export function inCheckout(path: string): string {
  return fileURLToPath(new URL(path, CHECKOUT))
}
