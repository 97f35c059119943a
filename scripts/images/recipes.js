/**
 * How an image is made from Debian packages when its registry cannot be reached: which packages it holds (with all that
 * they need), and the links that the official image has and Debian's packages don't. Its Dockerfile is beside this file.
 * @typedef {{ image: string, folder: string, packages: string[], links: Record<string, string>, version: [string, RegExp] }} Recipe
 */

/**
 * The images of the bundled stack. `version` is the package whose version makes it an equivalent of the tag.
 * @type {Recipe[]}
 */
export const recipes = [
  {
    image: 'caddy:2.11',
    folder: 'caddy',
    packages: ['caddy', 'busybox', 'ca-certificates', 'mailcap'],
    links: { 'usr/local/bin/wget': '/usr/bin/busybox' },
    version: ['caddy', /^2\.11\./],
  },
  {
    image: 'node:24-slim',
    folder: 'node',
    packages: ['nodejs', 'ca-certificates'],
    links: { 'usr/local/bin/node': '/usr/bin/node' },
    version: ['nodejs', /^24\./],
  },
  {
    image: 'postgres:18',
    folder: 'postgres',
    packages: ['postgresql-18', 'postgresql-client-18', 'ca-certificates'],
    links: {},
    version: ['postgresql-18', /^18\./],
  },
]

/**
 * Packages that only serve a machine which is administered: service managers, cluster wrappers, package tools.
 * What nothing else needs goes with them.
 */
export const unwanted = [
  'adduser',
  'apt',
  'locales',
  'node-corepack',
  'perl',
  'postgresql-client-common',
  'postgresql-common',
  'ssl-cert',
  'systemd',
  'ucf',
]

/** Paths of no use in a container, or made on the spot. */
export const unwantedPaths = [
  './dev/*',
  './proc/*',
  './sys/*',
  './run/*',
  './tmp/*',
  './etc/postgresql',
  './etc/hostname',
  './etc/resolv.conf',
  './usr/share/doc/*',
  './usr/share/doc-base/*',
  './usr/share/info/*',
  './usr/share/lintian/*',
  './usr/share/locale/*',
  './usr/share/man/*',
  './var/cache/*',
  './var/lib/apt/lists/*',
  './var/lib/postgresql/*',
  './var/log/*',
]
