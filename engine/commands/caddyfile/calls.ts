/** Every call on the Caddyfile, so that they are read together. */
export { checkCaddyfileText, formatCaddyfile, readCaddyfileCall, readRunning } from './look.ts'
export { repairCaddyfile } from './repair.ts'
export { listCaddyVersions, readCaddyVersion } from './versions.ts'
export { reloadCaddyfile, writeCaddyfile } from './write.ts'
