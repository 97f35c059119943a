import { connectDocker } from '../docker/connect.ts'
import type { Connection } from './host.ts'
import { Links } from './links.ts'

/**
 * Looks for Docker when it is first needed and keeps what it found. A search that failed is made again the next time,
 * so that a user who starts Docker need not start Shoal again.
 */
export function makeConnector(environment: Readonly<Record<string, string | undefined>>): {
  connect: () => Promise<Connection>
  close: () => void
} {
  let found: Promise<Connection> | undefined
  const open = async (): Promise<Connection> => {
    const { docker, report } = await connectDocker({ environment })
    return {
      docker,
      links: new Links(docker),
      source: report.attempts.findLast(({ result }) => result === 'ok')?.source ?? '',
      attempts: report.attempts,
    }
  }
  return {
    connect() {
      found ??= open().catch((error) => {
        found = undefined
        throw error
      })
      return found
    },
    close() {
      found?.then(
        ({ docker, links }) => {
          links.close()
          docker.close()
        },
        () => {},
      )
    },
  }
}
