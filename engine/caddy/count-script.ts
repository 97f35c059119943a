/** Where the bundled Caddyfile has the access log written. */
const DIRECTORY = '/var/log/caddy'

/** Bytes from the end of the log that are looked at first, then if that is not far enough back. */
const PARTS = [256 * 1024, 4 * 1024 * 1024] as const

/**
 * Counts entries by where Caddy puts these fields. Within a value that a client or an instance sends, a quote has a
 * backslash before it, so none can look like one of them. Whether an instance answered is told by its latency.
 */
const COUNT = [
  '{ at = index($0, "\\"ts\\":"); if (!at) next',
  'ts = substr($0, at + 5, 18) + 0',
  'if (ts < from) { before = 1; next }',
  'if (ts > to || !match($0, /,"status":[0-9]+,"resp_headers":/)) next',
  'status = substr($0, RSTART + 10, RLENGTH) + 0; total++',
  'if (status == 0 || (status >= 502 && status <= 504 && !match($0, /,"upstream_ms":[0-9]/))) lost++ }',
  'END { printf "%d %d %d\\n", total, lost, before }',
].join('; ')

/**
 * One line of POSIX shell that prints how many requests Caddy's access log has within a span, how many of them were lost
 * (see contract/timeline.ts), and 1 when the log goes further back than the span. Reads no more of the log than it must;
 * prints nothing where there is no log.
 * @param from seconds since the epoch, as is `to`
 */
export function countScript(from: number, to: number, directory = DIRECTORY): string {
  const awk = `awk -v from=${from.toFixed(3)} -v to=${to.toFixed(3)} '${COUNT}'`
  const files = '$(ls access-*.log 2>/dev/null) access.log'
  const parts = PARTS.map(
    (bytes) => `n=$(tail -c ${bytes} access.log | ${awk}); case $n in *' 1') break;; esac`,
  )
  const look = `while :; do ${parts.join('; ')}; n=$(cat ${files} | ${awk}); break; done; echo "$n"`
  return `if cd '${directory}' 2>/dev/null && [ -r access.log ]; then ${look}; fi`
}
