import { fixOf, type Rule, type Subject, warning, writtenValue } from './problem.ts'

interface Kind {
  readonly name: string
  readonly scheme: RegExp
  readonly image: RegExp
  readonly port: string
}

/** Databases by the scheme of their URLs and by the name of their images, with the port they listen on. */
const KINDS: readonly Kind[] = [
  {
    name: 'PostgreSQL',
    scheme: /^postgres(ql)?$/,
    image: /postgres|postgis|pgvector|timescale/,
    port: '5432',
  },
  { name: 'MySQL', scheme: /^(mysql|mariadb)$/, image: /mysql|mariadb|percona/, port: '3306' },
  { name: 'Redis', scheme: /^rediss?$/, image: /redis|valkey|keydb|dragonfly/, port: '6379' },
  { name: 'MongoDB', scheme: /^mongodb$/, image: /mongo/, port: '27017' },
]

/** `scheme://user:password@host:port`, where the host is the container itself. */
const LOCAL =
  /^["']?([a-z][a-z\d+.-]*):\/\/(?:[^\s/?#]*@)?(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])(?::(\d+))?(?=[/?"'#\s]|$)/i

/** A database URL with the machine's own address: inside a container that is the container itself. */
export const localDatabase: Rule = (subject) =>
  subject.statements.flatMap((statement) => {
    const match = LOCAL.exec(writtenValue(subject, statement))
    const [whole = '', scheme = '', host = '', port] = match ?? []
    // `postgresql+asyncpg` is told by its first part, `mongodb+srv` never has a local host.
    const [family = ''] = scheme.toLowerCase().split('+')
    const kind = KINDS.find((candidate) => candidate.scheme.test(family))
    if (match === null || kind === undefined) return []
    const length = host.length + (port === undefined ? 0 : port.length + 1)
    const from = statement.valueStart + whole.length - length
    const service = serviceOf(subject, kind)
    const message = `${statement.key} points at localhost, and inside a container that is the container itself.`
    const hint =
      service === undefined
        ? `Write the name of the service that runs ${kind.name}, or host.docker.internal for this machine.`
        : `Write the name of the service: ${service}.`
    const range = [from, from + length] as const
    const other = port !== undefined && port !== kind.port
    const target = port === undefined ? service : `${service}:${kind.port}`
    const label = other ? `Use ${target}` : `Use ${service}`
    const fix = service === undefined ? undefined : fixOf(label, range, target ?? service)
    return warning(subject, 'localhost-database', statement, range, message, hint, fix)
  })

function serviceOf({ images }: Subject, kind: Kind): string | undefined {
  return Object.keys(images).find((name) => kind.image.test(images[name] ?? ''))
}
