import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canInstallPackages, debianMirror } from './machine.js'
import { cacheFolder } from './paths.js'
import { run } from './run.js'

const SUITE = 'forky'
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/**
 * How Docker Compose is called here, as an argument list to put the compose arguments after.
 * Only tests and the benchmark compare with it; Shoal itself never runs it.
 * @returns {Promise<string[]>}
 * @throws {Error} when there is none of the 2.40 line or newer
 */
export async function composeCommand() {
  const candidates = [[cachedPlugin()], ['docker', 'compose'], ['docker-compose']]
  for (const candidate of candidates) {
    if (isNewEnough(await versionOf(candidate))) return candidate
  }
  throw new Error(
    'Docker Compose 2.40 or newer is needed to compare with. Install the docker compose plugin: it comes with ' +
      'Docker Desktop, OrbStack and Rancher Desktop; with Colima: brew install docker-compose.',
  )
}

/**
 * Makes sure that there is a Docker Compose to compare with; on Debian as root it is taken from a newer Debian when needed,
 * without installing it.
 * @param {(text: string) => void} say
 * @returns {Promise<string>} how it is called
 * @throws {Error} when there is none and it is not ours to fetch
 */
export async function ensureCompose(say) {
  const found = await composeCommand().catch((error) => error)
  if (Array.isArray(found)) return found.join(' ')
  const mirror = canInstallPackages() ? await debianMirror() : ''
  if (!mirror) throw found
  say(`fetching it from Debian ${SUITE}`)
  await fetchPlugin(mirror)
  return (await composeCommand()).join(' ')
}

/**
 * @param {string} version as `compose version --short` prints it
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.trim().replace(/^v/, '').split('.').map(Number)
  return major > 2 || (major === 2 && minor >= 40)
}

function cachedPlugin() {
  return join(cacheFolder(), 'docker-compose')
}

/** @param {string[]} command */
async function versionOf([program = '', ...args]) {
  return run(program, [...args, 'version', '--short']).catch(() => '')
}

/**
 * Takes the plugin's one file out of its package. Only this one suite is read, into folders of our own, so that the
 * machine's package lists stay as they are.
 * @param {string} mirror
 */
async function fetchPlugin(mirror) {
  const scratch = await mkdtemp(join(tmpdir(), 'shoal-compose-'))
  try {
    await Promise.all(['lists', 'cache', 'tree'].map((name) => mkdir(join(scratch, name))))
    const sources = join(scratch, 'sources.list')
    const signed = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : ''
    await writeFile(sources, `deb ${signed}${mirror} ${SUITE} main\n`)
    const settings = {
      'Dir::Etc::sourcelist': sources,
      'Dir::Etc::sourceparts': '/dev/null',
      'Dir::State::lists': join(scratch, 'lists'),
      'Dir::Cache': join(scratch, 'cache'),
      'APT::Sandbox::User': 'root',
      'Acquire::Languages': 'none',
    }
    const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
    await run('apt-get', [...options, 'update'])
    await run('apt-get', [...options, 'download', 'docker-compose'], { cwd: scratch })
    const packaged = (await readdir(scratch)).find((name) => name.endsWith('.deb')) ?? ''
    const tree = join(scratch, 'tree')
    await run('dpkg-deb', ['--extract', join(scratch, packaged), tree])
    await mkdir(cacheFolder(), { recursive: true })
    await cp(join(tree, 'usr/libexec/docker/cli-plugins/docker-compose'), cachedPlugin())
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
