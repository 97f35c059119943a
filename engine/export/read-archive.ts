import { strFromU8, unzipSync } from 'fflate'
import { ShoalError } from '../../contract/errors.ts'
import { staysInside } from './list-files.ts'
import { MANIFEST, type Manifest, manifestSchema } from './manifest.ts'

/** Bytes that an archive may hold when it is unpacked: a small one can be made that fills any disk. */
const LARGEST = 2 * 1024 ** 3
const MOST_FILES = 100_000

export interface Archive {
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * What an export of a project holds. Throws `archive-invalid` for what is none, and for one whose files would lie outside of
 * the folder that it is unpacked to.
 */
export function readArchive(bytes: Uint8Array, name: string): Archive {
  const unpacked = unpack(bytes, name)
  const manifest = readManifest(unpacked[MANIFEST], name)
  const paths = [...Object.keys(unpacked), ...Object.keys(manifest.links)]
  const bad = paths.find((path) => !isProper(path))
  if (bad !== undefined) throw invalid(name, 'holds a file that would lie outside of the project')
  for (const [path, target] of Object.entries(manifest.links))
    if (!staysInside(path, target)) throw invalid(name, 'holds a link that leads out of the project')
  const files = Object.entries(unpacked).filter(([path]) => path !== MANIFEST && !path.endsWith('/'))
  return { manifest, files: new Map(files) }
}

function unpack(bytes: Uint8Array, name: string): Record<string, Uint8Array> {
  let [size, count] = [0, 0]
  const filter = ({ originalSize }: { originalSize: number }) => {
    size += originalSize
    count += 1
    return size <= LARGEST && count <= MOST_FILES
  }
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, { filter })
  } catch (cause) {
    throw invalid(name, 'is no zip, or a damaged one', cause)
  }
  if (size <= LARGEST && count <= MOST_FILES) return files
  throw invalid(name, 'holds more than a project would')
}

function readManifest(bytes: Uint8Array | undefined, name: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(strFromU8(bytes ?? new Uint8Array())))
  } catch (cause) {
    throw invalid(name, 'is no export of Shoal’s', cause)
  }
}

/** A relative path with forward slashes that stays where it is put, on every system. */
function isProper(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part))
}

function invalid(name: string, why: string, cause?: unknown): ShoalError {
  return new ShoalError(
    'archive-invalid',
    `${name} ${why}; nothing was written.`,
    'Export the project anew: shoal export',
    {
      cause,
    },
  )
}
