import type { Look } from './span.ts'

/** What turns each attribute off again. */
const OFF: Readonly<Record<number, readonly number[]>> = {
  22: [1, 2],
  23: [3],
  24: [4],
  27: [7],
  29: [9],
}
/** Colours that name theirs in the codes after them: of the text, of its ground, of its underline. */
const EXTENDED: readonly number[] = [38, 48, 58]
const ATTRIBUTES: readonly number[] = [1, 2, 3, 4, 7, 9]

/** The look after a "select graphic rendition" sequence with these parameters. What it does not know changes nothing. */
export function applySgr(look: Look, parameters: string): Look {
  // With colons there is an empty place for a colour space, which nobody names.
  const codes = parameters.replace(/:2::/g, ':2:').split(/[;:]/).map(Number)
  let { attributes = [], ink, ground } = look
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0
    if (code === 0) [attributes, ink, ground] = [[], undefined, undefined]
    else if (ATTRIBUTES.includes(code)) attributes = [...attributes.filter((one) => one !== code), code]
    else if (OFF[code]) attributes = attributes.filter((one) => !OFF[code]?.includes(one))
    else if (isColour(code, 30)) ink = String(code)
    else if (isColour(code, 40)) ground = String(code)
    else if (code === 39) ink = undefined
    else if (code === 49) ground = undefined
    else if (EXTENDED.includes(code)) {
      const [colour, used] = extended(codes.slice(at + 1))
      at += used
      if (colour === undefined) continue
      if (code === 38) ink = `38;${colour}`
      else if (code === 48) ground = `48;${colour}`
    }
  }
  return {
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(ink === undefined ? {} : { ink }),
    ...(ground === undefined ? {} : { ground }),
  }
}

/** One of the eight colours from `first` on, or its bright version 60 above. */
function isColour(code: number, first: number): boolean {
  return (code >= first && code < first + 8) || (code >= first + 60 && code < first + 68)
}

/** A colour of the palette of 256, or one of three parts; and how many codes name it. */
function extended([kind, ...rest]: readonly number[]): [string | undefined, number] {
  const parts = rest.slice(0, kind === 5 ? 1 : 3)
  const valid = parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)
  if (kind === 5) return [valid && parts.length === 1 ? `5;${parts[0]}` : undefined, 2]
  if (kind === 2) return [valid && parts.length === 3 ? `2;${parts.join(';')}` : undefined, 4]
  return [undefined, 1]
}
