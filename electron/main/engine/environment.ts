/** Where Homebrew and installers put programs; a login shell adds them to PATH, launchd does not. */
const USUAL = ['/usr/local/bin', '/opt/homebrew/bin']

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The environment of the engine's process. An app that was started from the Dock has launchd's short PATH, in which helpers
 * of ssh (a ProxyCommand) are not found. Variables that only a shell's profile sets, such as DOCKER_HOST, are not there
 * either: Docker is then found by its contexts and known sockets. On other systems nothing is added.
 */
export function withUsualFolders(environment: Environment, platform: NodeJS.Platform): Environment {
  if (platform !== 'darwin') return environment
  const folders = (environment.PATH ?? '/usr/bin:/bin:/usr/sbin:/sbin').split(':')
  return { ...environment, PATH: [...new Set([...folders, ...USUAL])].join(':') }
}
