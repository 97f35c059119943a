import type { EnvKey } from '../../../../contract/env.ts'

/** Who names a variable, for people. */
export const SOURCES: Readonly<Record<EnvKey['source'], string>> = {
  example: '.env.example',
  compose: 'compose file',
  caddyfile: 'Caddyfile',
  known: 'known by Shoal',
}

/** What a variable means, as the editor's bubbles show it. */
export function explain({ about, example, source }: EnvKey): HTMLElement {
  const box = document.createElement('div')
  box.className = 'cm-known'
  const add = (text: string, className: string) => {
    const line = document.createElement('div')
    line.className = className
    line.textContent = text
    box.append(line)
  }
  add(about || 'Nobody says what it means.', '')
  if (example !== '') add(`For example ${example}`, 'cm-known-more')
  add(`From: ${SOURCES[source]}`, 'cm-known-more')
  return box
}

/** The variable that a line of a `.env` sets, commented out or not, and where its name stands on the line. Pure. */
export function keyOfLine(line: string): { readonly key: string; readonly at: number } | null {
  const match = /^(\uFEFF?\s*(?:#+\s*)?(?:export\s+)?)([A-Za-z_][\w.-]*)\s*(?:=|$)/.exec(line)
  return match?.[2] ? { key: match[2], at: match[1]?.length ?? 0 } : null
}
