/**
 * Does one thing and says so in one plain line: what, what came of it, how long it took.
 * What takes long announces itself through `say`, so that nobody stares at a silent terminal.
 * @template T
 * @param {string} title
 * @param {(say: (text: string) => void) => Promise<[came: string, result: T]>} work
 * @returns {Promise<T>}
 * @throws whatever the work throws, named after the step
 */
export async function step(title, work) {
  const started = performance.now()
  const [came, result] = await work((text) => console.log(`  ${title}: ${text} ...`)).catch((cause) => {
    throw new Error(`${title}: ${cause.message}`, { cause })
  })
  console.log(`  ${title}: ${came} (${seconds(performance.now() - started)})`)
  return result
}

/**
 * @param {number} milliseconds
 * @returns {string} seconds with one decimal, as a reader of a terminal wants them
 */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
