/** Commands that hints name; whatever else stands in quotes is a name or a word. */
const COMMAND = /"((?:sudo|docker|podman|colima|systemctl|brew|winget|shoal) [^"]+)"/

export interface HintPart {
  readonly kind: 'words' | 'command'
  readonly text: string
}

/** Takes a hint apart into words and the commands that it quotes, which can be copied. Pure. */
export function hintParts(hint: string): readonly HintPart[] {
  return hint
    .split(COMMAND)
    .map((text, at): HintPart => ({ kind: at % 2 === 1 ? 'command' : 'words', text }))
    .filter(({ text }) => text !== '')
}
