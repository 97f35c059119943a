import { stripAnsi } from '../../../contract/ansi.ts'
import { LEVELS, type Level } from '../../../contract/levels.ts'

/** Characters in which a level is looked for: it stands at the beginning, behind a time and a name. */
const HEAD = 200

const IN_JSON = /"(?:level|severity|lvl|levelname|loglevel|log\.level)"\s*:\s*(?:"([A-Za-z]+)\d?"|(\d+))/i
const IN_LOGFMT = /(?:^|\s)(?:level|lvl|severity)=("?)([A-Za-z]+)\1(?:\s|$)/
/** A word on its own, in capitals or in brackets: `ERROR:`, `[warn]`, `<info>`. */
const CAPITALS =
  /(?:^|[\s[(<|])(TRACE|DEBUG\d?|INFO|LOG|NOTICE|HINT|DETAIL|STATEMENT|WARN(?:ING)?|ERROR|ERR|FATAL|PANIC|CRITICAL|SEVERE|EMERG|ALERT|CRIT)(?=[\s\])>|:]|$)/
const BRACKETS = /[[<(](trace|debug|info|notice|warn|warning|error|err|fatal|critical|crit|panic)[\])>]/i
/** At the very beginning: `error - ...`, `Warning: ...`, `TypeError: ...`. */
const BEGINNING =
  /^\s*(?:Uncaught )?(?:[A-Z][\w.]*(Error|Exception)|(error|warn|warning|info|debug|fatal|panic))(?::|\s+-)/i
/** What begins the stacks of Python, Java and Go. */
const TRACE = /^(?:Traceback \(most recent|Exception in thread|(goroutine \d+ \[))/
/** What Next.js puts before its messages. */
const MARKS = /^\s*(?:(⨯)|(⚠))/

const WORDS: Readonly<Record<string, Level>> = {
  trace: 'trace',
  silly: 'trace',
  verbose: 'debug',
  debug: 'debug',
  info: 'info',
  information: 'info',
  log: 'info',
  notice: 'info',
  hint: 'info',
  detail: 'info',
  statement: 'info',
  warn: 'warn',
  warning: 'warn',
  err: 'error',
  error: 'error',
  severe: 'error',
  fatal: 'fatal',
  panic: 'fatal',
  critical: 'fatal',
  crit: 'fatal',
  alert: 'fatal',
  emergency: 'fatal',
  emerg: 'fatal',
}

/** The level that a record gives itself, as JSON (words, or pino's numbers), as logfmt or in words; null where it gives none. Pure. */
export function levelOf(text: string): Level | null {
  if (text.startsWith('{')) {
    const [, word, number] = IN_JSON.exec(text) ?? []
    return number === undefined ? wordLevel(word) : numberLevel(Number(number))
  }
  const head = stripAnsi(text.slice(0, HEAD))
  const end = head.indexOf('\n')
  return lineLevel(end < 0 ? head : head.slice(0, end)) ?? thrownLevel(text, end)
}

/** Whether a level is this bad or worse. */
export function isAtLeast(level: Level | null, least: Level): boolean {
  return level !== null && LEVELS.indexOf(level) <= LEVELS.indexOf(least)
}

/** The level that a value of a structured entry stands for. */
export function valueLevel(value: unknown): Level | null {
  return typeof value === 'number' ? numberLevel(value) : wordLevel(String(value).replace(/\d$/, ''))
}

function lineLevel(line: string): Level | null {
  const found = CAPITALS.exec(line)?.[1] ?? IN_LOGFMT.exec(line)?.[2] ?? BRACKETS.exec(line)?.[1]
  if (found !== undefined) return wordLevel(found.replace(/\d$/, ''))
  const [, error, word] = BEGINNING.exec(line) ?? []
  if (error !== undefined) return 'error'
  if (word !== undefined) return wordLevel(word)
  const trace = TRACE.exec(line)
  if (trace) return trace[1] === undefined ? 'error' : 'fatal'
  const [, cross, sign] = MARKS.exec(line) ?? []
  return cross ? 'error' : sign ? 'warn' : null
}

/** What was thrown stands in the middle where Node.js shows the line of code first. */
function thrownLevel(text: string, end: number): Level | null {
  if (end < 0) return null
  return /\n(?:Uncaught )?(?:[A-Z][\w.]*)?(?:Error|Exception)\b.*\n\s+at /.test(text.slice(0, 4_000))
    ? 'error'
    : null
}

function wordLevel(word = ''): Level | null {
  return WORDS[word.toLowerCase()] ?? null
}

/** pino's and bunyan's numbers. */
function numberLevel(number: number): Level {
  if (number >= 60) return 'fatal'
  if (number >= 50) return 'error'
  if (number >= 40) return 'warn'
  if (number >= 30) return 'info'
  return number >= 20 ? 'debug' : 'trace'
}
