import type { Docker } from '../../docker/gateway.ts'

const LINES = 15

/** The last log lines of a container, for an error's details; none when they cannot be had. */
export async function lastLines(docker: Docker, container: string): Promise<string[]> {
  const lines: string[] = []
  try {
    for await (const { text } of docker.logs(container, { follow: false, tail: LINES })) lines.push(text)
  } catch {
    // The error that these lines would explain matters more than why they are missing.
  }
  return lines
}
