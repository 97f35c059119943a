import type { Caddyfile, CaddyProblem } from '../../contract/caddyfile.ts'
import type { Paint } from './paint.ts'

/** Each problem in the form that editors understand, `Caddyfile:12: ...`, with what to do about it. */
export function problemLines(problems: readonly CaddyProblem[], file: string, paint: Paint): string[] {
  return problems.flatMap(({ severity, line, message, hint, repairable }) => {
    const colour = severity === 'error' ? paint.red : paint.yellow
    const place = line === null ? file : `${file}:${line}`
    const advice = repairable ? `${hint} The window's Repair adds it.`.trim() : hint
    return [
      `${paint.bold(place)}: ${colour(severity)}: ${message}`,
      ...(advice ? [`  ${paint.dim(advice)}`] : []),
    ]
  })
}

/** How the file and what Caddy runs are to each other. */
export function stateLine({ state, running, problem, caddy }: Caddyfile, paint: Paint): string {
  const where = problem?.line ? `line ${problem.line}: ` : ''
  switch (state) {
    case 'same':
      return paint.dim('Caddy runs what the Caddyfile says.')
    case 'invalid':
      return `${paint.yellow('Caddy runs the last good Caddyfile.')} The present one: ${where}${problem?.message ?? ''}`
    case 'differs':
      return running === null
        ? paint.yellow(
            'Caddy runs something else, and nobody knows how it was written: this is the file. --json shows what runs.',
          )
        : paint.yellow('The file differs from this, which Caddy runs: shoal caddy reload')
    case 'unknown':
      return paint.yellow(
        caddy === 'silent'
          ? 'Caddy does not answer: this is the file.'
          : 'Caddy does not run: this is the file.',
      )
  }
}
