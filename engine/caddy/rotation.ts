import type { Shell } from './shell.ts'

/**
 * The rotation directory inside the Caddy container. While it holds the file `managed`, the gate lets an instance
 * take part only if a file there bears its address. See docs/adr/0001-rotation-directory.md.
 */
export interface Rotation {
  /** Takes over: exactly these addresses take part from now on. No address is out for a moment in between. */
  manage(members: readonly string[]): Promise<void>
  join(address: string): Promise<void>
  leave(address: string): Promise<void>
}

const DIRECTORY = '/run/rotation'

/** The rotation directory behind a shell in the Caddy container. Every method throws `caddy-unreachable`. */
export function openRotation(shell: Shell): Rotation {
  const file = (address: string) => `'${DIRECTORY}/${address}'`
  return {
    async manage(members) {
      const keep = [...members].map((address) => `'${address}'`).join('|')
      const touch = [...members].map(file).join(' ')
      // The members are there before `managed` is, and strangers go last: nobody is out by accident at any moment.
      const steps = [
        `mkdir -p ${DIRECTORY}`,
        ...(touch ? [`touch ${touch}`] : []),
        `touch ${DIRECTORY}/managed`,
        `cd ${DIRECTORY}`,
        `for f in *; do case "$f" in managed${keep ? `|${keep}` : ''}) ;; *) rm -f "$f" ;; esac; done`,
      ]
      await shell.run(steps.join(' && '))
    },
    async join(address) {
      await shell.run(`touch ${file(address)}`)
    },
    async leave(address) {
      await shell.run(`rm -f ${file(address)}`)
    },
  }
}
