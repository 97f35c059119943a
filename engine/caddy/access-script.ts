/** A line of its own after each answer: nothing more was written so far. */
export const MARK = '\u0004'

/**
 * A POSIX shell script that prints Caddy's access log, oldest line first, and with `follow` goes on to print what is new
 * each time it reads a line, until its input ends. It survives rotation: the open file is read to its end before the one
 * that took its place. Nothing is printed where there is no such log.
 * @param directory where the Caddyfile has the log written, as access.log beside access-<when>.log
 * @param tail lines from the end
 */
export function accessScript(directory: string, { follow = false, tail = 'all' as number | 'all' }): string {
  const lines = [
    `cd '${directory}' 2>/dev/null && [ -r access.log ] || exit 0`,
    'exec 3<access.log',
    'rest() { cat <&3; }',
    'moved() { [ -e access.log ] && ! [ access.log -ef /dev/fd/3 ]; }',
    // What was rotated since the file was opened is that file itself.
    'all() { for f in access-*.log; do [ "$f" -ef /dev/fd/3 ] || cat "$f" 2>/dev/null; done; rest; }',
    tail === 'all' ? 'all' : tail === 0 ? 'rest >/dev/null' : `all | tail -n ${tail}`,
  ]
  const turn = `if moved; then rest; exec 3<access.log; fi; rest; printf '${MARK}\\n'`
  return [...lines, ...(follow ? [`while read -r _; do ${turn}; done`] : [])].join('\n')
}
