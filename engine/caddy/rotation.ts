import type { Shell } from './shell.ts'

/**
 * The rotation directory inside the Caddy container. While it holds the file `managed`, the gate lets an instance
 * take part only if a file there bears its address. See docs/adr/0001-rotation-directory.md.
 */
export interface Rotation {
  /** Takes over: exactly these addresses take part from now on. No address is out for a moment in between. */
  manage(members: readonly string[]): Promise<void>
  join(address: string): Promise<void>
  /** Keeps an address out. Where nobody took over yet, every other slot takes part from now on. */
  leave(address: string, slots: readonly string[]): Promise<void>
}

const DIRECTORY = '/run/rotation'

/**
 * The rotation directory behind a shell in the Caddy container. Every method throws `caddy-unreachable`.
 * @param directory where the gate in the Caddyfile looks
 */
export function openRotation(shell: Shell, directory = DIRECTORY): Rotation {
  const file = (address: string) => `'${directory}/${address}'`
  return {
    async manage(members) {
      const keep = [...members].map((address) => `'${address}'`).join('|')
      const touch = [...members].map(file).join(' ')
      // The members are there before `managed` is, and strangers go last: nobody is out by accident at any moment.
      const steps = [
        `mkdir -p ${directory}`,
        ...(touch ? [`touch ${touch}`] : []),
        `touch ${directory}/managed`,
        `cd ${directory}`,
        `for f in *; do case "$f" in managed${keep ? `|${keep}` : ''}) ;; *) rm -f "$f" ;; esac; done`,
      ]
      await shell.run(steps.join(' && '))
    },
    async join(address) {
      await shell.run(`mkdir -p ${directory} && touch ${file(address)}`)
    },
    async leave(address, slots) {
      const others = slots.filter((slot) => slot !== address).map(file)
      const managed = `${directory}/managed`
      // One line of one shell: two that leave at once cannot let each other in again.
      const takeOver = `mkdir -p ${directory} && touch ${[...others, managed].join(' && touch ')}`
      await shell.run(`{ [ -e ${managed} ] || { ${takeOver}; }; } && rm -f ${file(address)}`)
    },
  }
}
