import type { Docker } from '../docker/gateway.ts'

/** The variable by which the processes of one terminal are known. Its value is the terminal's own. */
export const TERMINAL = 'SHOAL_TERMINAL'

/** Every process inherits its parent's environment, so whatever was started in the terminal is found, too. */
const SCRIPT = `
for process in /proc/[0-9]*; do
  tr '\\0' '\\n' <"$process/environ" 2>/dev/null | grep -qx "${TERMINAL}=$1" &&
    kill -HUP "\${process#/proc/}" 2>/dev/null
done
exit 0`

/**
 * Does to the processes of a terminal what a closing window does: closing the connection alone leaves them running in
 * the container for ever. Where there is no shell, or the container has stopped, there is nothing to do.
 */
export async function hangUp(docker: Docker, container: string, terminal: string): Promise<void> {
  try {
    const session = await docker.exec(container, ['sh', '-c', SCRIPT, 'sh', terminal])
    session.stream.resume()
    session.stderr.resume()
    await session.exit
  } catch {
    // Whoever looked at the terminal is gone already.
  }
}
