const mac = /mac/i.test(navigator.platform)

const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }
const OTHERS: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

/** A shortcut as this platform writes it: `Mod+K` is ⌘K on a Mac and Ctrl+K elsewhere. */
export function keysText(keys: string): string {
  const parts = keys.split('+').map((key) => (mac ? MAC[key] : OTHERS[key]) ?? key)
  return parts.join(mac ? '' : '+')
}

/** Whether a key event is this shortcut. */
export function isKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1)?.toLowerCase()
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  return (
    event.key.toLowerCase() === key &&
    (mac ? event.metaKey : event.ctrlKey) === wants('Mod') &&
    event.altKey === wants('Alt') &&
    // A character that needs Shift is its own name: `?`.
    (event.shiftKey === wants('Shift') || (key.length === 1 && !/[a-z0-9]/.test(key)))
  )
}
