import type { DockerVersion } from 'dockerode'
import type { EngineAbout } from './gateway.ts'

/** What is read of the answers to `GET /version` and `GET /info`, whatever engine gives them. */
export interface EngineAnswers {
  readonly version: Pick<DockerVersion, 'Version' | 'ApiVersion'> & {
    readonly Components?: readonly { readonly Name: string }[] | null
    readonly MinAPIVersion?: string
  }
  readonly info: {
    readonly OperatingSystem: string
    /** The host's name. */
    readonly Name: string
    readonly NCPU: number
    readonly MemTotal: number
    readonly KernelVersion?: string
    readonly SecurityOptions?: readonly string[] | null
  }
}

/** Products that put their own name where an engine tells the operating system. */
const PRODUCTS = ['Docker Desktop', 'OrbStack', 'Rancher Desktop']

/** Describes an engine for people. `apiVersion` is the one that Shoal speaks with it. */
export function aboutEngine({ version, info }: EngineAnswers, host: string, apiVersion: string): EngineAbout {
  return {
    name: nameEngine({ version, info }),
    version: version.Version,
    apiVersion,
    host,
    rootless: (info.SecurityOptions ?? []).some((option) => option.includes('rootless')),
    cpus: info.NCPU,
    memory: info.MemTotal,
    ...(info.KernelVersion ? { kernel: info.KernelVersion } : {}),
  }
}

/** Podman says so in its version's components; virtual machines are told by the machine's name. */
function isPodman(version: EngineAnswers['version']): boolean {
  return (version.Components ?? []).some(({ Name }) => Name === 'Podman Engine')
}

function nameEngine({ version, info }: EngineAnswers): string {
  if (isPodman(version)) return 'Podman'
  const product = PRODUCTS.find((name) => (info.OperatingSystem ?? '').includes(name))
  if (product !== undefined) return product
  if (/^colima/.test(info.Name)) return 'Colima'
  if (/rancher-desktop/.test(info.Name)) return 'Rancher Desktop'
  return /^lima/.test(info.Name) ? 'Lima' : 'Docker Engine'
}
