import type { ContainerSpec, EngineAbout } from '../../docker/gateway.ts'

/** Since Linux 5.14: https://docs.kernel.org/networking/ip-sysctl.html */
const SETTING = 'net.ipv4.tcp_migrate_req'
const SINCE = [5, 14] as const

/**
 * Caddy's specification, so that a reload loses no connection that it has not accepted yet: each configuration listens with a
 * socket of its own, and with this setting the kernel hands what waits in the old one to the new one instead of resetting it.
 * An older kernel does not know the setting and would not start the container, so it is left alone.
 */
export function withMigration(spec: ContainerSpec, { kernel = '' }: EngineAbout): ContainerSpec {
  const ownNetwork = !Object.keys(spec.networks).some((name) => name === 'host' || name === 'none')
  if (!ownNetwork || !isSince(kernel)) return spec
  return { ...spec, sysctls: { [SETTING]: '1', ...spec.sysctls } }
}

function isSince(kernel: string): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(kernel) ?? []
  const [wantedMajor, wantedMinor] = SINCE
  return Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor)
}
