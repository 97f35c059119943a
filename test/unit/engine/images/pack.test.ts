import { createHash } from 'node:crypto'
import { appendFile, chmod, mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { extract } from 'tar-stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packContext } from '../../../../engine/images/pack.ts'

let context: string

beforeEach(async () => {
  context = await mkdtemp(join(tmpdir(), 'shoal-context-'))
})

afterEach(() => rm(context, { recursive: true, force: true }))

async function write(files: Record<string, string | Buffer>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(context, path, '..'), { recursive: true })
    await writeFile(join(context, path), content)
  }
}

interface Packed {
  [name: string]: string
}

/** Every entry as "type mode uid mtime content-or-link". */
async function unpack(dockerfile = 'Dockerfile'): Promise<Packed> {
  const packed: Packed = {}
  const tar = (await packContext(context, dockerfile)).pipe(extract())
  for await (const entry of tar) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(Buffer.from(chunk as Uint8Array))
    const { name, type, mode, uid, mtime, linkname } = entry.header
    const body = type === 'symlink' ? `-> ${linkname}` : Buffer.concat(chunks).toString()
    packed[name] = `${type} ${mode?.toString(8)} ${uid} ${mtime?.getTime()} ${body}`.trim()
  }
  return packed
}

async function sum(): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await packContext(context, 'Dockerfile')) hash.update(chunk)
  return hash.digest('hex')
}

test('packs files, folders and links with their modes, owned by root, dated 0', async () => {
  await write({ Dockerfile: 'FROM a', 'src/b.sh': 'echo', 'src/a.txt': '', '.shoal/holder.json': '{}' })
  await chmod(join(context, 'Dockerfile'), 0o644)
  await chmod(join(context, 'src'), 0o755)
  await chmod(join(context, 'src/a.txt'), 0o600)
  await chmod(join(context, 'src/b.sh'), 0o755)
  await symlink('src/b.sh', join(context, 'link'))
  expect(await unpack()).toEqual({
    Dockerfile: 'file 644 0 0 FROM a',
    link: 'symlink 777 0 0 -> src/b.sh',
    'src/': 'directory 755 0 0',
    'src/a.txt': 'file 600 0 0',
    'src/b.sh': 'file 755 0 0 echo',
  })
})

test('leaves out what .dockerignore says, but never the files that the build needs', async () => {
  await write({
    '.dockerignore': '*\n!build/keep',
    'deploy/Dockerfile': 'FROM a',
    'deploy/other': '',
    'build/keep/a': '',
    'build/drop': '',
    secret: '',
  })
  expect(Object.keys(await unpack('deploy/Dockerfile'))).toEqual([
    '.dockerignore',
    'build/',
    'build/keep/',
    'build/keep/a',
    'deploy/',
    'deploy/Dockerfile',
  ])
})

test('an ignore file named after the Dockerfile comes before .dockerignore', async () => {
  await write({ Dockerfile: '', 'Dockerfile.dockerignore': 'a', '.dockerignore': 'b', a: '', b: '' })
  expect(Object.keys(await unpack())).toEqual(['.dockerignore', 'Dockerfile', 'Dockerfile.dockerignore', 'b'])
})

test('the same content makes the same bytes, whenever it was written', async () => {
  await write({ Dockerfile: 'FROM a', 'b/c': 'd' })
  const before = await sum()
  await utimes(join(context, 'b/c'), new Date(5_000), new Date(5_000))
  expect(await sum()).toBe(before)
  await appendFile(join(context, 'b/c'), 'e')
  expect(await sum()).not.toBe(before)
})

test('large files and long names arrive whole', async () => {
  const large = Buffer.alloc(3_000_000, 'x').toString()
  const long = `${'d'.repeat(120)}/${'f'.repeat(120)}`
  await write({ Dockerfile: '', large, [long]: 'deep' })
  const packed = await unpack()
  expect([packed.large?.length, packed[long]?.endsWith(' deep')]).toEqual([
    3_000_000 + 'file 644 0 0 '.length,
    true,
  ])
})

test('a slow reader holds the packing back', async () => {
  await write({ Dockerfile: '' })
  for (let index = 0; index < 40; index++) await write({ [`f${index}`]: Buffer.alloc(1_000_000) })
  const stream = await packContext(context, 'Dockerfile')
  const before = process.memoryUsage().arrayBuffers
  await new Promise((done) => stream.once('readable', done))
  await sleep(200)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  stream.destroy()
})

test('a file that shrinks while it is sent ends the stream with an error, not with a broken image', async () => {
  await write({ Dockerfile: '', large: Buffer.alloc(8_000_000) })
  const stream = await packContext(context, 'Dockerfile')
  await truncate(join(context, 'large'), 10)
  await expect(stream.toArray()).rejects.toMatchObject({
    code: 'image-build',
    message: `The build context ${context} changed or could not be read while it was sent; no image was built.`,
  })
})

test('what is missing is named', async () => {
  const missing = join(context, 'nothing')
  await expect(packContext(missing, 'Dockerfile')).rejects.toMatchObject({
    code: 'image-build',
    message: `No image was built: the folder ${missing} does not exist. Older images were kept.`,
  })
  await expect(packContext(context, 'Dockerfile')).rejects.toMatchObject({
    message: `No image was built: there is no Dockerfile in ${context}. Older images were kept.`,
  })
  await expect(packContext(context, '../Dockerfile')).rejects.toMatchObject({
    message: `No image was built: the Dockerfile ../Dockerfile lies outside its context ${context}. Older images were kept.`,
  })
})

test('a malformed ignore file is named with its line', async () => {
  await write({ Dockerfile: '', '.dockerignore': 'a\n[b' })
  await expect(packContext(context, 'Dockerfile')).rejects.toMatchObject({
    code: 'image-build',
    message: `No image was built: ${context}/.dockerignore, line 2: the pattern "[b" is malformed. Older images were kept.`,
  })
})
