/** How far an access log was read. */
export interface AccessPosition {
  /** The stamp of the first line in the file, as Caddy wrote it: files are renamed, this stays. Empty for an empty file. */
  readonly file: string
  /** Bytes of it that were read. */
  readonly offset: number
}

/** Ends each word of the script's own; no line of JSON holds it. What stands before it may be half a line. */
export const MARK = '\u0004'
/** What a mark may say: another file begins; lines may be missing here; there is no log; nothing more was written so far. */
export const WORDS = { file: 'f', resumed: 'r', gap: 'x', none: 'n', end: 'e' } as const

/** Bytes from a file's beginning that hold the first line's stamp. */
const HEAD = 80

/**
 * A POSIX shell script that prints Caddy's access log, rotated files first, and goes on to print what is new each time it
 * reads a line, until its input ends. Before each file and after each answer it prints a mark. However often the log was
 * rotated since the last answer, every file that is still there is printed to its end, once, in order.
 * @param directory where the Caddyfile has the log written, as access.log beside access-<when>.log
 * @param from goes on there; what is older is left out
 */
export function feedScript(directory: string, from?: AccessPosition): string {
  const known = from && /^\d+(\.\d+)?$/.test(from.file) ? from : undefined
  return [
    `word() { printf '${MARK}%s${MARK}\\n' "$1"; }`,
    `until cd '${directory}' 2>/dev/null && [ -r access.log ]; do word ${WORDS.none}; read -r _ || exit 0; done`,
    'moved() { [ -e access.log ] && ! [ access.log -ef /dev/fd/3 ]; }',
    // The file that was read last, by name; empty when it is gone.
    'last=',
    // Rotated files after it, up to the one that is open as the given descriptor: names are in the order of time.
    `rotated() {
      for f in access-*.log; do
        [ -e "$f" ] || continue
        [ "$f" -ef "/dev/fd/$1" ] && break
        if [ -n "$last" ]; then [ "$f" = "$last" ] && last=; continue; fi
        word ${WORDS.file}; cat "$f" 2>/dev/null
      done
    }`,
    'exec 3<access.log',
    ...(known ? resume(known) : [`rotated 3; word ${WORDS.file}; cat <&3`]),
    `turn() {
      if moved; then
        cat <&3
        exec 4<access.log
        last=; for f in access-*.log; do [ "$f" -ef /dev/fd/3 ] && last=$f; done
        [ -n "$last" ] || word ${WORDS.gap}
        rotated 4
        exec 3<&4 4<&-
        word ${WORDS.file}
      fi
      cat <&3
      word ${WORDS.end}
    }`,
    `word ${WORDS.end}`,
    'while read -r _; do turn; done',
  ].join('\n')
}

function resume({ file, offset }: AccessPosition): string[] {
  const skip = `tail -c +${offset + 1}`
  return [
    `known() { head -c ${HEAD} "$1" 2>/dev/null | grep -qF '"ts":${file},'; }`,
    `if known /dev/fd/3; then word ${WORDS.resumed}; ${skip} <&3
    else
      for f in access-*.log; do ! [ "$f" -ef /dev/fd/3 ] && known "$f" && last=$f; done
      if [ -n "$last" ]; then word ${WORDS.resumed}; ${skip} "$last" 2>/dev/null; else word ${WORDS.gap}; fi
      rotated 3; word ${WORDS.file}; cat <&3
    fi`,
  ]
}
