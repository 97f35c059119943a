import { StringDecoder } from 'node:string_decoder'
import type { Docker, ExecSession } from '../docker/gateway.ts'
import { explain, type Reason } from './explain.ts'
import { QUESTION } from './question.ts'

/** How long an answer may take, and the first one, which psql is started for. Milliseconds. */
const LIMIT = 5_000
const FIRST_LIMIT = 10_000
/** Comes after each answer. */
const MARK = '--shoal--'
const ENDING = new RegExp(`^${MARK} ?(.*)\\n`, 'm')
const BUSY = 'Look at what it runs, and at the load of the machine.'
/** The most of its complaints that is kept. Characters. */
const COMPLAINTS = 4_000

/**
 * Starts psql as the user whom the image was told to make. What is secret is read from the container's own environment, or
 * the files that it names, and stays in there: no argument of any process and nothing on the wire holds it.
 */
const SCRIPT = `
  of() { if [ -n "$1" ]; then printf %s "$1"; elif [ -n "$2" ]; then cat "$2"; fi; }
  PGUSER=$(of "$POSTGRES_USER" "$POSTGRES_USER_FILE"); PGUSER=\${PGUSER:-postgres}
  PGDATABASE=$(of "$POSTGRES_DB" "$POSTGRES_DB_FILE"); PGDATABASE=\${PGDATABASE:-$PGUSER}
  PGPASSWORD=$(of "$POSTGRES_PASSWORD" "$POSTGRES_PASSWORD_FILE")
  PGOPTIONS='-c statement_timeout=4500 -c default_transaction_read_only=on'
  PGAPPNAME=shoal PGCONNECT_TIMEOUT=8 PGCLIENTENCODING=UTF8
  export PGUSER PGDATABASE PGPASSWORD PGOPTIONS PGAPPNAME PGCONNECT_TIMEOUT PGCLIENTENCODING
  exec psql -X -A -t -q -w`

/** Why there was no answer. */
export class NoAnswer extends Error implements Reason {
  override readonly name = 'NoAnswer'
  readonly reason: string
  readonly hint: string

  constructor({ reason, hint }: Reason) {
    super(reason)
    this.reason = reason
    this.hint = hint
  }
}

/** A psql that stays open in a container, so that a question costs milliseconds. */
export interface Psql {
  /** Asks QUESTION and returns the answer's text. One at a time. Throws NoAnswer, and is of no use any more then. */
  ask(): Promise<string>
  /** Resolves when psql has ended, for whatever reason. */
  readonly ended: Promise<void>
  close(): void
}

/** Opens psql in a container. Throws what `exec` throws. */
export async function openPsql(docker: Docker, container: string): Promise<Psql> {
  const session = await docker.exec(container, ['sh', '-c', SCRIPT], { stdin: true })
  const heard = listen(session)
  let limit = FIRST_LIMIT
  return {
    ended: heard.ended,
    close: () => session.close(),
    async ask() {
      try {
        session.stream.write(`${QUESTION};\n\\echo ${MARK} :LAST_ERROR_MESSAGE\n`)
        const answer = await heard.answer(limit)
        limit = LIMIT
        return answer
      } catch (error) {
        session.close()
        throw error
      }
    },
  }
}

interface Heard {
  /** The next answer, within so many milliseconds. Throws NoAnswer. */
  answer(limit: number): Promise<string>
  readonly ended: Promise<void>
}

/** Collects what psql says. */
function listen(session: ExecSession): Heard {
  let output = ''
  let complaints = ''
  let wake = () => {}
  let over = false
  const decoder = new StringDecoder('utf8')
  session.stream.on('data', (chunk: Buffer) => {
    output += decoder.write(chunk)
    wake()
  })
  session.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString('utf8')).slice(-COMPLAINTS)
  })
  const ended = whenEnded(session).then(() => {
    over = true
    wake()
  })
  const take = (): string | undefined => {
    const mark = ENDING.exec(output)
    if (mark) {
      const answer = output.slice(0, mark.index).trim()
      output = ''
      if (answer === '') throw new NoAnswer(explain(mark[1] ?? ''))
      return answer
    }
    // Docker writes a command that it can not run among the output.
    if (over) throw new NoAnswer(explain(`${complaints}\n${output.slice(-COMPLAINTS)}`))
    return undefined
  }
  const answer = async (limit: number): Promise<string> => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      wake()
    }, limit)
    try {
      for (;;) {
        const text = take()
        if (text !== undefined) return text
        if (late)
          throw new NoAnswer({
            reason: `PostgreSQL did not answer within ${limit / 1_000} s.`,
            hint: BUSY,
          })
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    } finally {
      clearTimeout(timer)
    }
  }
  return { answer, ended }
}

/** Resolves when the process is gone and all of its words were read. */
async function whenEnded({ stream, exit }: ExecSession): Promise<void> {
  await new Promise<void>((resolve) => stream.once('close', resolve))
  await exit.catch(() => {})
}
