import type { Pane } from './pane.ts'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Cells by which the arrow keys shift lines that are not wrapped. */
const SHIFT = 8

const MOVES: Readonly<Record<string, (pane: Pane) => void>> = {
  ArrowUp: (pane) => pane.scroll(-1),
  ArrowDown: (pane) => pane.scroll(1),
  PageUp: (pane) => pane.page(-1),
  PageDown: (pane) => pane.page(1),
  ' ': (pane) => pane.page(1),
  Home: (pane) => pane.toTop(),
  End: (pane) => pane.toEnd(),
  ArrowLeft: (pane) => pane.shift(-SHIFT),
  ArrowRight: (pane) => pane.shift(SHIFT),
}

/** What a key does to the lines; undefined for a key that does nothing. */
export function moveOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press) {
  return ctrlKey || metaKey || altKey || shiftKey ? undefined : MOVES[key]
}
