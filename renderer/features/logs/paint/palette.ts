import type { ITheme } from '@xterm/xterm'
import type { Tone } from '../text/span.ts'

/** What a row lies on: the record that was chosen, or something that happened. */
export type Ground = 'chosen' | 'event'

/** A colour as SGR parameters that set it: `38;2;r;g;b`. */
export interface Palette {
  ink(tone: Tone): string
  ground(ground: Ground): string
  /** Ground and ink of what a search found. */
  readonly found: string
  readonly here: string
}

const TOKENS: Readonly<Record<string, string>> = {
  plain: '--text',
  faint: '--text-faint',
  soft: '--text-soft',
  good: '--good',
  warn: '--warn',
  bad: '--bad',
  accent: '--accent',
}
const HUES = 10

/** Reads the present values of the tokens; to be read again when the theme changes. */
export function readPalette(): Palette {
  const known = new Map<string, string>()
  const rgb = (token: string) => {
    const value = known.get(token) ?? partsOf(resolve(token)).join(';')
    known.set(token, value)
    return value
  }
  return {
    ink: (tone) => `38;2;${rgb(tokenOf(tone))}`,
    ground: (ground) => `48;2;${rgb(ground === 'chosen' ? '--accent-soft' : '--sunken')}`,
    found: `48;2;${rgb('--warn-soft')};38;2;${rgb('--warn')}`,
    here: `48;2;${rgb('--warn')};38;2;${rgb('--surface')}`,
  }
}

/** The tokens as xterm.js wants them. */
export function readTheme(): ITheme {
  const [text, soft, faint, surface] = ['--text', '--text-soft', '--text-faint', '--surface'].map(resolve)
  const [red, green, yellow, cyan] = ['--bad', '--good', '--warn', '--accent'].map(resolve)
  const [blue, magenta] = ['--instance-6', '--instance-10'].map(resolve)
  const plain = { red, green, yellow, blue, magenta, cyan }
  return {
    ...present({
      background: surface,
      foreground: text,
      cursor: cyan,
      cursorAccent: surface,
      black: faint,
      white: soft,
      brightBlack: faint,
      brightWhite: text,
      brightRed: red,
      brightGreen: green,
      brightYellow: yellow,
      brightBlue: blue,
      brightMagenta: magenta,
      brightCyan: cyan,
      ...plain,
    }),
    selectionBackground: `rgba(${partsOf(cyan ?? '').join(',')}, 0.3)`,
  }
}

function present(colours: Record<string, string | undefined>): ITheme {
  return Object.fromEntries(Object.entries(colours).filter(([, value]) => value !== undefined))
}

function tokenOf(tone: Tone): string {
  const index = /^instance-(\d+)$/.exec(tone)?.[1]
  if (index !== undefined) return `--instance-${((Math.max(1, Number(index)) - 1) % HUES) + 1}`
  return TOKENS[tone] ?? '--text'
}

/** A custom property keeps `light-dark()` as it is written; as the colour of an element it is resolved. */
function resolve(token: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function partsOf(color: string): number[] {
  return (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Math.round(Number(part)))
}
