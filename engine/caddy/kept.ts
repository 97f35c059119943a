import type { Shell } from './shell.ts'

/** The Caddyfile that Caddy took last, kept beside it in its volume: what it falls back to, and what it runs. */
export interface Kept {
  /** Undefined when none is kept. Throws `caddy-unreachable`. */
  read(): Promise<string | undefined>
  /** Throws `caddy-unreachable`. */
  write(text: string): Promise<void>
}

/** As in the command of the bundled compose file. */
const FOLDER = '/config/shoal'
const FILE = `${FOLDER}/Caddyfile`

/** Texts travel as base64: a shell would read line ends and quotes of its own into them. */
export function openKept(shell: Shell): Kept {
  return {
    async read() {
      const lines = await shell.run(`if [ -e ${FILE} ]; then echo kept; base64 ${FILE}; fi`)
      return lines[0] === 'kept' ? Buffer.from(lines.slice(1).join(''), 'base64').toString('utf8') : undefined
    },
    async write(text) {
      const code = Buffer.from(text, 'utf8').toString('base64')
      // Renamed into place: a Caddy that starts in between finds a whole one.
      await shell.run(
        `mkdir -p ${FOLDER} && echo ${code} | base64 -d > ${FILE}.new && mv ${FILE}.new ${FILE}`,
      )
    },
  }
}
