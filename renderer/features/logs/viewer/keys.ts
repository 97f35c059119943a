import type { Pane } from './pane.ts'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
type Move = (pane: Pane) => void

/** Cells by which the arrow keys shift lines that are not wrapped. */
const SHIFT = 8

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: (pane) => pane.scroll(-1),
  ArrowDown: (pane) => pane.scroll(1),
  PageUp: (pane) => pane.page(-1),
  PageDown: (pane) => pane.page(1),
  ' ': (pane) => pane.page(1),
  Home: (pane) => pane.toTop(),
  End: (pane) => pane.toEnd(),
  ArrowLeft: (pane) => pane.shift(-SHIFT),
  ArrowRight: (pane) => pane.shift(SHIFT),
  Enter: (pane) => pane.chooseLast(),
}

/** With a record chosen the arrows lead to others, and fold it. */
const WITH_CHOSEN: Readonly<Record<string, Move>> = {
  ArrowUp: (pane) => pane.chooseNext(-1),
  ArrowDown: (pane) => pane.chooseNext(1),
  ArrowLeft: (pane) => pane.foldChosen(false),
  ArrowRight: (pane) => pane.foldChosen(true),
  Escape: (pane) => pane.choose(null),
}

/** What a key does to the lines; undefined for a key that does nothing. */
export function moveOf(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Press,
  chosen: boolean,
): Move | undefined {
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined
  return (chosen ? WITH_CHOSEN[key] : undefined) ?? MOVES[key]
}
