import { fingerprintContext } from '../images/fingerprint.ts'
import type { Service } from '../project/model.ts'

/** The digest of everything that goes into a service's image; empty for a service that is not built. */
export async function fingerprintOf({ build }: Pick<Service, 'build'>): Promise<string> {
  return build ? fingerprintContext(build.context, build.dockerfile, build.args, build.target) : ''
}
