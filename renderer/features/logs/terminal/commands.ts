export type TerminalKind = 'shell' | 'psql'

/** Docker tells processes of a plain `xterm`; this one knows more colours. */
const TERM = 'export TERM=xterm-256color COLORTERM=truecolor'

const COMMANDS: Readonly<Record<TerminalKind, string>> = {
  // Small images have no bash.
  shell: `${TERM}; command -v bash >/dev/null 2>&1 && exec bash; exec sh`,
  // The image's own variables name the user and the database, so no secret leaves the container.
  psql: `${TERM}; exec psql -U "\${POSTGRES_USER:-postgres}" -d "\${POSTGRES_DB:-\${POSTGRES_USER:-postgres}}"`,
}

/** What is run in a container. */
export function commandOf(kind: TerminalKind): string[] {
  return ['sh', '-c', COMMANDS[kind]]
}

/** The name of its tab: "Shell app-2", "psql". */
export function titleOf(kind: TerminalKind, name: string): string {
  return kind === 'psql' ? 'psql' : `Shell ${name}`
}
