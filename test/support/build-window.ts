import { buildRenderer } from '../../scripts/build-renderer.js'

/** End-to-end tests look at the window that users get, so it is built once before the first of them. */
export async function setup(): Promise<void> {
  await buildRenderer()
}
