const FIELDS = 'input, textarea, select, [contenteditable="true"], .cm-editor, .xterm'

/** Fields without text, in which keys mean nothing that a shortcut could take away. */
const NO_TEXT = 'input[type="checkbox"], input[type="radio"], input[type="range"], input[type="button"]'

/** Whether keys that are pressed there are typed into something. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null && !target.matches(NO_TEXT)
}

/** Whether they go to a terminal, where Ctrl belongs to the shell. */
export function isTerminal(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.xterm') !== null
}
