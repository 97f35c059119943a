export interface KeyMeaning {
  /** `act` opens a project and goes into any other folder; `enter` goes into both. */
  readonly kind: 'choose' | 'act' | 'enter' | 'up'
  /** The row that is meant. */
  readonly at: number
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Rows that Page Up and Page Down move by. */
const PAGE = 8

/** What a key does to a list of names of which one may be chosen (`at`, else -1). Pure. */
export function listKey(press: Press, rows: readonly { name: string }[], at: number): KeyMeaning | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const last = rows.length - 1
  const choose = (to: number): KeyMeaning => ({ kind: 'choose', at: Math.max(0, Math.min(last, to)) })
  switch (press.key) {
    case 'ArrowDown':
      return choose(at + 1)
    case 'ArrowUp':
      return choose(at - 1)
    case 'PageDown':
      return choose(at + PAGE)
    case 'PageUp':
      return choose(at - PAGE)
    case 'Home':
      return choose(0)
    case 'End':
      return choose(last)
    case 'Enter':
      return at < 0 ? null : { kind: 'act', at }
    case 'ArrowRight':
      return at < 0 ? null : { kind: 'enter', at }
    case 'ArrowLeft':
    case 'Backspace':
      return { kind: 'up', at: -1 }
  }
  return press.key.length === 1 ? named(press.key, rows, at) : null
}

/** The next row whose name begins with a letter. */
function named(letter: string, rows: readonly { name: string }[], at: number): KeyMeaning | null {
  const begins = ({ name }: { name: string }) => name.toLowerCase().startsWith(letter.toLowerCase())
  const after = rows.findIndex((row, position) => position > at && begins(row))
  const found = after < 0 ? rows.findIndex(begins) : after
  return found < 0 ? null : { kind: 'choose', at: found }
}
