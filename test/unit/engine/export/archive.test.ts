import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { MANIFEST, type Manifest } from '../../../../engine/export/manifest.ts'
import { readArchive } from '../../../../engine/export/read-archive.ts'
import { writeArchive } from '../../../../engine/export/write-archive.ts'

const manifest: Manifest = {
  shoal: 1,
  project: 'shop',
  secrets: ['TOKEN'],
  executable: ['run.sh'],
  links: { now: 'app' },
}
const text = (value: string) => new TextEncoder().encode(value)
const zip = (files: Record<string, string>, about: object | null = manifest) =>
  zipSync({
    ...Object.fromEntries(Object.entries(files).map(([path, value]) => [path, strToU8(value)])),
    ...(about === null ? {} : { [MANIFEST]: strToU8(JSON.stringify(about)) }),
  })
const refused = (bytes: Uint8Array) => {
  try {
    readArchive(bytes, 'shop.zip')
  } catch (error) {
    return (error as Error).message
  }
  return 'taken'
}

describe('an archive', () => {
  it('gives back what was put in', async () => {
    const modified = new Date(0)
    const entries = [
      { path: 'compose.yaml', from: text('services: {}\n'), modified },
      { path: 'app/größe.bin', from: new Uint8Array([0, 255, 1]), modified },
      { path: 'empty', from: new Uint8Array(), modified },
    ]
    const pieces: Uint8Array[] = []
    for await (const piece of writeArchive(entries, manifest)) pieces.push(piece)
    const archive = readArchive(new Uint8Array(Buffer.concat(pieces)), 'shop.zip')
    expect(archive.manifest).toEqual(manifest)
    expect([...archive.files].map(([path, bytes]) => [path, [...bytes]])).toEqual(
      entries.map(({ path, from }) => [path, [...from]]),
    )
  })

  it.each([
    ['../evil', 'holds a file that would lie outside of the project'],
    ['/etc/passwd', 'holds a file that would lie outside of the project'],
    ['a\\..\\..\\evil', 'holds a file that would lie outside of the project'],
    ['C:evil', 'holds a file that would lie outside of the project'],
  ])('is refused when it holds %s', (path, why) => {
    expect(refused(zip({ [path]: 'x' }))).toBe(`shop.zip ${why}; nothing was written.`)
  })

  it('is refused when a link leads out of it, when nobody says what it is, and when it is damaged', () => {
    expect(refused(zip({}, { ...manifest, links: { out: '../..' } }))).toContain(
      'holds a link that leads out of the project',
    )
    expect(refused(zip({ 'compose.yaml': '' }, null))).toContain('is no export of Shoal’s')
    expect(refused(zip({}, { shoal: 2 }))).toContain('is no export of Shoal’s')
    expect(refused(text('no zip at all'))).toContain('is no zip, or a damaged one')
    expect(refused(zip({ a: 'x'.repeat(1000) }).subarray(0, 60))).toContain('is no zip, or a damaged one')
  })
})
