/** How bad a line is; 0 when it does not say. */
export const LEVELS = { none: 0, debug: 1, info: 2, warn: 3, error: 4 } as const
export type Level = (typeof LEVELS)[keyof typeof LEVELS]

/** Characters in which a level is looked for: it stands at the beginning, behind a time and a name. */
const HEAD = 160

const IN_JSON = /"(?:level|severity|lvl|levelname|log\.level)"\s*:\s*(?:"([A-Za-z]+)"|(\d+))/
const IN_LOGFMT = /(?:^|\s)(?:level|lvl)=("?)([A-Za-z]+)\1(?:\s|$)/
/** A word on its own, in capitals or in brackets: `ERROR:`, `[warn]`, `<info>`. */
const CAPITALS =
  /(?:^|[\s[(<|])(TRACE|DEBUG\d?|INFO|LOG|NOTICE|HINT|DETAIL|WARN(?:ING)?|ERROR|ERR|FATAL|PANIC|CRITICAL|SEVERE)(?=[\s\])>|:]|$)/
const BRACKETS = /[[<(](trace|debug|info|notice|warn|warning|error|fatal|critical|panic)[\])>]/i
/** At the very beginning: `error - ...`, `Warning: ...`, `TypeError: ...`. */
const BEGINNING =
  /^\s*(?:Uncaught )?(?:[A-Z]\w*(Error)|(error|warn|warning|info|debug|fatal|panic))(?::|\s+-)/i
/** What Next.js puts before its messages. */
const MARKS = /^\s*(?:(⨯)|(⚠))/

const WORDS: Readonly<Record<string, Level>> = {
  trace: LEVELS.debug,
  debug: LEVELS.debug,
  info: LEVELS.info,
  information: LEVELS.info,
  log: LEVELS.info,
  notice: LEVELS.info,
  hint: LEVELS.info,
  detail: LEVELS.info,
  warn: LEVELS.warn,
  warning: LEVELS.warn,
  err: LEVELS.error,
  error: LEVELS.error,
  fatal: LEVELS.error,
  panic: LEVELS.error,
  critical: LEVELS.error,
  severe: LEVELS.error,
  alert: LEVELS.error,
  emergency: LEVELS.error,
}

/** The level that a line gives itself, as JSON (words, or pino's numbers), as logfmt or in words. Pure. */
export function levelOf(text: string): Level {
  if (text.startsWith('{')) {
    const [, word, number] = IN_JSON.exec(text) ?? []
    return number === undefined ? wordLevel(word) : numberLevel(Number(number))
  }
  const head = text.slice(0, HEAD)
  const found = CAPITALS.exec(head)?.[1] ?? IN_LOGFMT.exec(head)?.[2] ?? BRACKETS.exec(head)?.[1]
  if (found !== undefined) return wordLevel(found)
  const [, error, word] = BEGINNING.exec(head) ?? []
  if (error ?? word) return wordLevel(error ?? word)
  const [, cross, sign] = MARKS.exec(head) ?? []
  return cross ? LEVELS.error : sign ? LEVELS.warn : LEVELS.none
}

/** Whether a line goes on with the one before it: a frame of a stack, a closing brace. */
export function continuesLine(text: string): boolean {
  return /^(?:\s+\S|[}\])]|Caused by)/.test(text)
}

/** A level in a word of at most five letters; empty when a line says nothing of it. */
export function levelWord(level: Level): string {
  return ['', 'DEBUG', 'INFO', 'WARN', 'ERROR'][level] ?? ''
}

function wordLevel(word = ''): Level {
  return WORDS[word.toLowerCase().replace(/\d$/, '')] ?? LEVELS.none
}

/** pino's and bunyan's numbers. */
function numberLevel(number: number): Level {
  if (number >= 50) return LEVELS.error
  if (number >= 40) return LEVELS.warn
  return number >= 30 ? LEVELS.info : LEVELS.debug
}
