import { Command as Cmdk } from 'cmdk'
import { Keys } from '../../components/keys.tsx'
import type { Command } from '../../model/commands/command.ts'
import { CommandIcon } from './command-icon.tsx'
import styles from './palette.module.css'
import { UNABLE } from './rank.ts'

interface CommandRowProps {
  readonly command: Command
  readonly onRun: () => void
}

/** One command: what it does, its shortcut, and why it cannot be done now. */
export function CommandRow({ command, onRun }: CommandRowProps) {
  const { id, title, words, disabled } = command
  const [keys] = command.keys
  return (
    <Cmdk.Item
      className={styles.item}
      value={`${title} ${id}`}
      keywords={disabled ? [...words, UNABLE] : [...words]}
      disabled={disabled !== ''}
      onSelect={onRun}
    >
      <CommandIcon command={command} />
      <span className={styles.title}>{title}</span>
      {disabled ? <span className={styles.why}>{disabled}</span> : keys && <Keys keys={keys} />}
    </Cmdk.Item>
  )
}
