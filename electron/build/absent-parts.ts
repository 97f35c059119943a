import type { Plugin } from 'vite'

/**
 * Parts of packages that the engine never calls: dockerode's for SSH, for which it runs the system's ssh, and for BuildKit's
 * session, and that of sketches-js for sending sketches. They need grpc, protobuf and native modules, which no bundle can hold.
 */
const PARTS = /^(?:\.\/(?:session|buildkit|ssh)|\.{1,2}\/proto\/compiled)$/
const OWNERS =
  /[\\/]node_modules[\\/](?:(?:dockerode|docker-modem)[\\/]lib|@datadog[\\/]sketches-js[\\/]dist)[\\/]/

const ABSENT = '\0absent-part'

/** Leaves those parts out of a bundle; a call of one would say so. */
export const absentParts: Plugin = {
  name: 'absent-parts',
  enforce: 'pre',
  resolveId(source, importer) {
    return PARTS.test(source) && importer && OWNERS.test(importer) ? ABSENT : null
  },
  load(id) {
    if (id !== ABSENT) return null
    return "module.exports = () => { throw new Error('This part of a package is not in the desktop app') }"
  },
}
