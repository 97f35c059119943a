import type { ErrorData } from '../../contract/errors.ts'
import type { Paint } from './paint.ts'

/** An error for people: what happened, the lines that explain it, and what to do next. */
export function errorText({ message, hint, details = [] }: ErrorData, paint: Paint): string {
  return [
    `${paint.red(paint.bold('error'))} ${message}`,
    ...details.map((line) => `    ${paint.dim(line)}`),
    ...(hint ? [`${paint.cyan('hint')}  ${hint}`] : []),
  ].join('\n')
}

/** An error for programs, on one line. */
export function errorJson(error: ErrorData): string {
  return JSON.stringify({ error })
}
