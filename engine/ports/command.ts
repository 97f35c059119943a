import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What one of the system's own tools prints. Throws when it is missing, fails, or takes more than 2 s. */
export async function run(command: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(command, [...args], { timeout: 2_000, windowsHide: true })
  return stdout
}
