/**
 * Parts of dockerode for SSH and for BuildKit's session, and of sketches-js for sending sketches. They need 1.6 MB of grpc,
 * protobuf and ssh2, and files that lie beside them, so they stay in node_modules and load when they are called.
 */
const PARTS = /^(?:\.\/(?:session|buildkit|ssh)|\.{1,2}\/proto\/compiled)$/
const OWNERS =
  /[\\/]node_modules[\\/]((?:dockerode|docker-modem)[\\/]lib|@datadog[\\/]sketches-js[\\/]dist[\\/]ddsketch)\b/
const STUB = '\0lazy-part:'

/** @type {import('rolldown').Plugin} */
export const lazyParts = {
  name: 'lazy-parts',
  resolveId(source, importer = '') {
    if (importer.startsWith(STUB)) return { id: source, external: true }
    const owner = PARTS.test(source) && importer.match(OWNERS)?.[1]
    return owner ? `${STUB}${source.replace(/^\.{1,2}/, owner.replaceAll('\\', '/'))}` : null
  },
  load: (id) => (id.startsWith(STUB) ? stubOf(id.slice(STUB.length)) : null),
}

/**
 * A module that loads the real one at the first call, of itself or of one of its members.
 * @param {string} path
 */
function stubOf(path) {
  const load = `require(${JSON.stringify(path)})`
  return `module.exports = new Proxy(() => {}, {
    apply: (_, self, args) => Reflect.apply(${load}, self, args),
    get: (_, key) => ${load}[key],
  })`
}
