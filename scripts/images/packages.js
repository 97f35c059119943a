/**
 * One installed Debian package as dpkg's status file describes it.
 * @typedef {{ name: string, version: string, essential: boolean, depends: string[][], provides: string[], text: string }} Package
 */

/**
 * Reads dpkg's status file.
 * @param {string} status
 * @returns {Package[]}
 */
export function parseStatus(status) {
  return status
    .split(/\n\n+/)
    .filter((text) => text.trim())
    .map((text) => {
      const field = (/** @type {string} */ name) => text.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? ''
      return {
        name: field('Package'),
        version: field('Version'),
        essential: field('Essential') === 'yes',
        depends: [...namesIn(field('Pre-Depends')), ...namesIn(field('Depends'))],
        provides: namesIn(field('Provides')).flat(),
        text,
      }
    })
}

/**
 * The packages that the roots need to run: theirs, the essential ones, and what these depend on.
 * @param {Package[]} installed
 * @param {string[]} roots
 * @param {string[]} unwanted dependencies that only matter to a machine that is administered, with all that only they need
 * @returns {Set<string>}
 */
export function closure(installed, roots, unwanted) {
  /** @type {Map<string, Package>} */
  const providers = new Map()
  for (const pkg of installed) for (const name of pkg.provides) providers.set(name, pkg)
  // A package goes before another that only claims its name.
  for (const pkg of installed) providers.set(pkg.name, pkg)
  const chosen = new Set()
  const queue = [...roots, ...installed.filter((pkg) => pkg.essential).map((pkg) => pkg.name)]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const pkg = providers.get(name)
    if (!pkg || chosen.has(pkg.name) || unwanted.includes(pkg.name)) continue
    chosen.add(pkg.name)
    for (const alternatives of pkg.depends) {
      const found = alternatives.find((alternative) => providers.has(alternative))
      if (found) queue.push(found)
    }
  }
  return chosen
}

/**
 * The names in a dependency field, each with its alternatives.
 * @param {string} field
 */
function namesIn(field) {
  return field
    .split(',')
    .map((group) => group.split('|').map((name) => name.trim().replace(/[\s:(].*$/, '')))
    .filter((group) => group[0])
}
