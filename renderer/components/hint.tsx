import { Copy } from 'lucide-react'
import { copyText } from '../lib/copy.ts'
import { hintParts } from '../model/hint-parts.ts'
import styles from './hint.module.css'

/** What to do next, in the engine's words; commands that it names can be copied. */
export function Hint({ text }: { readonly text: string }) {
  return hintParts(text).map(({ kind, text: part }, at) =>
    kind === 'words' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence do not move
      <Command key={at} text={part} />
    ),
  )
}

function Command({ text }: { readonly text: string }) {
  return (
    <button
      type="button"
      className={styles.command}
      aria-label={`Copy ${text}`}
      onClick={() => void copyText(text, 'The command')}
    >
      <code>{text}</code>
      <Copy size={12} aria-hidden="true" />
    </button>
  )
}
