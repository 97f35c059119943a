import { ShoalError } from '../../contract/errors.ts'
import { type Line, parseCaddyfile } from './parse.ts'
import { type App, type AppProxy, findProxies } from './proxies.ts'
import { CaddyfileFault } from './token.ts'

/** A number that a Caddyfile says: where it stands, or why it can't be edited. */
export type Setting =
  | { readonly value: number; readonly source: string }
  | { readonly value: null; readonly source: string }

/** Why a setting can't be edited safely. */
export class NotEditable extends Error {
  override readonly name = 'NotEditable'
}

export const atLine = (line: number): string => `Caddyfile, line ${line}`

/** Takes a Caddyfile apart for one of its settings. Throws NotEditable when it can't, or balances no app. */
export function proxiesOf(source: string, app: App): { readonly tree: Line[]; readonly proxies: AppProxy[] } {
  const tree = parse(source)
  const proxies = findProxies(tree, app)
  if (proxies.length === 0)
    throw new NotEditable(`Caddyfile: no reverse_proxy names ${app.name}-1, ${app.name}-2 and so on`)
  return { tree, proxies }
}

function parse(source: string): Line[] {
  try {
    return parseCaddyfile(source)
  } catch (fault) {
    if (!(fault instanceof CaddyfileFault)) throw fault
    throw new NotEditable(`${atLine(fault.line)}: ${fault.message}`)
  }
}

/** Reads a setting; one that is not editable says why. */
export function settingOf(read: () => Setting): Setting {
  try {
    return read()
  } catch (reason) {
    if (!(reason instanceof NotEditable)) throw reason
    return { value: null, source: reason.message }
  }
}

/** Edits a setting. Throws ShoalError `caddyfile-invalid` when it is not editable. */
export function editing(what: string, edit: () => string): string {
  try {
    return edit()
  } catch (reason) {
    if (!(reason instanceof NotEditable)) throw reason
    throw new ShoalError(
      'caddyfile-invalid',
      `${what} can not be set (${reason.message}); nothing was changed.`,
      'Edit the Caddyfile by hand, or take the one that `shoal init DIR` makes.',
    )
  }
}
