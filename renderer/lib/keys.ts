const MAC: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Up: '↑',
  Down: '↓',
}
const OTHERS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Up: '↑', Down: '↓' }

/** What a browser calls the keys that shortcuts name in one word. */
const NAMES: Readonly<Record<string, string>> = { Up: 'ArrowUp', Down: 'ArrowDown' }

/** Keys whose character is another one with Shift. */
const PLACES: Readonly<Record<string, string>> = { '.': 'Period' }

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>

/** The keys of a shortcut as this platform names them: `Mod+K` is ⌘ and K on a Mac, Ctrl and K elsewhere. */
export function keyNames(keys: string, mac = onMac()): readonly string[] {
  return split(keys).map((key) => (mac ? MAC[key] : OTHERS[key]) ?? key)
}

/** A shortcut as this platform writes it: `Mod+K` is ⌘K on a Mac and Ctrl+K elsewhere. */
export function keysText(keys: string, mac = onMac()): string {
  return keyNames(keys, mac).join(mac ? '' : '+')
}

/** Whether a key event is this shortcut. */
export function isKeys(event: Press, keys: string, mac = onMac()): boolean {
  const parts = split(keys)
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  return (
    isKey(event, key) &&
    (mac ? event.metaKey : event.ctrlKey) === wants('Mod') &&
    !(mac ? event.ctrlKey : event.metaKey) &&
    event.altKey === wants('Alt') &&
    // A character that needs Shift is its own name: `?`.
    (event.shiftKey === wants('Shift') || (!wants('Shift') && isSymbol(key)))
  )
}

function isKey(event: Press, key: string): boolean {
  return event.key.toLowerCase() === (NAMES[key] ?? key).toLowerCase() || event.code === PLACES[key]
}

function isSymbol(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/i.test(key)
}

/** The plus between two keys is none of them, but the last key may be one. */
function split(keys: string): string[] {
  return keys === '+' || keys.endsWith('++')
    ? [...keys.slice(0, -1).split('+').filter(Boolean), '+']
    : keys.split('+')
}

function onMac(): boolean {
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)
}
