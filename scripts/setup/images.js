import { request } from '../docker/request.js'
import { buildEquivalents } from '../images/equivalents.js'
import { pullImage } from '../images/pull.js'
import { recipes } from '../images/recipes.js'
import { canInstallPackages } from './machine.js'

/**
 * Makes sure that the images of the bundled stack are on the engine.
 * @param {import('../docker/request.js').Engine} engine
 * @param {(text: string) => void} say
 * @returns {Promise<string>} what is there now
 * @throws {Error} when one can neither be pulled nor built
 */
export async function ensureImages(engine, say) {
  const missing = await missingRecipes(engine)
  if (missing.length === 0) return recipes.map((recipe) => recipe.image).join(', ')
  const names = missing.map((recipe) => recipe.image).join(', ')
  say(`pulling ${names}`)
  const pulls = await Promise.allSettled(missing.map((recipe) => pullImage(engine, recipe.image)))
  const refused = missing.filter((_, index) => pulls[index]?.status === 'rejected')
  if (refused.length === 0) return `pulled ${names}`
  const reason = pulls.find((pull) => pull.status === 'rejected')?.reason.message
  const left = refused.map((recipe) => recipe.image).join(', ')
  if (!canInstallPackages()) {
    throw new Error(
      `${left} could not be pulled: ${reason}. Connect to the internet, or load the images by hand (docker load).`,
    )
  }
  say(`cannot pull (${reason}); building ${left} from Debian packages, about a minute`)
  await buildEquivalents(engine, refused)
  return `built ${left} from Debian packages`
}

/** @param {import('../docker/request.js').Engine} engine */
async function missingRecipes(engine) {
  const found = await Promise.all(recipes.map(({ image }) => request(engine, 'GET', `/images/${image}/json`)))
  return recipes.filter((_, index) => found[index]?.status !== 200)
}
