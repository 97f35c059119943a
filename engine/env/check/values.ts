import { fixOf, type Rule, warning } from './problem.ts'

/** `PORT` must be a port, since it is the public one. */
export const port: Rule = (subject) =>
  subject.statements.flatMap((statement) => {
    const { key, value, valueStart, valueEnd } = statement
    if (key !== 'PORT' || value === undefined || value === '' || isPort(value)) return []
    const message = 'PORT is not a port.'
    const hint = 'Choose a whole number from 1 to 65535.'
    return warning(subject, 'port', statement, [valueStart, valueEnd], message, hint)
  })

const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535

/** Variables that by custom hold where a site is reached: `BASE_URL`, `NEXT_PUBLIC_SITE_URL`, `BETTER_AUTH_URL`. */
const SITE =
  /(?:^|_)(?:BASE|APP|SITE|WEB|WEBSITE|AUTH|API|BACKEND|FRONTEND|CLIENT|SERVER|PUBLIC|CANONICAL)_URL$/
const NEXT_AUTH = /^NEXTAUTH_URL(?:_INTERNAL)?$/

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/i
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:\/|$)/i

/** An address that is none, mostly for want of `http://`. A path is one, of the site itself. */
export const url: Rule = (subject) =>
  subject.statements.flatMap((statement) => {
    const { key, value = '', quote, unset, valueStart, valueEnd } = statement
    if (!SITE.test(key) && !NEXT_AUTH.test(key)) return []
    if (value === '' || value.startsWith('/') || unset.length > 0 || isAddress(value)) return []
    const scheme = LOCAL_HOST.test(value) ? 'http://' : HOST.test(value) ? 'https://' : undefined
    const message = `${key} is not a URL.`
    const at = valueStart + quote.length
    const hint = 'Write it with its scheme, such as http:// or https://.'
    const fix = scheme === undefined ? undefined : fixOf(`Put ${scheme} in front`, [at, at], scheme)
    return warning(subject, 'not-a-url', statement, [valueStart, valueEnd], message, hint, fix)
  })

function isAddress(value: string): boolean {
  return /^(?:https?|wss?):\/\/[^\s/]/i.test(value) && URL.canParse(value)
}
