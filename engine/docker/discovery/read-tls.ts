import { readFile } from 'node:fs/promises'
import type { Tls } from './endpoint.ts'

/** The PEM files of Docker's layout; a missing file means that this part of TLS is not used. */
export async function readTls(path: (name: string) => string, verify: boolean): Promise<Tls> {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readOptional(path(name))),
  )
  return {
    verify,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  }
}

function readOptional(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined)
}
