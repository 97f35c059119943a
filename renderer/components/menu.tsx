import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { keysText } from '../lib/keys.ts'
import styles from './menu.module.css'

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

/**
 * A menu that opens from a button; what is around it stays in reach of assistive technology. Its children are MenuItem,
 * MenuCheck, MenuChoices, MenuLink, MenuLine and MenuLabel.
 */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface ItemProps {
  readonly icon?: ReactNode
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

/** Something to do. */
export function MenuItem({ icon, keys, danger = false, disabled = false, onSelect, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      className={`${styles.item} ${danger ? styles.danger : ''}`}
      disabled={disabled}
      onSelect={onSelect}
    >
      {icon}
      {children}
      {keys && <kbd className={styles.keys}>{keysText(keys)}</kbd>}
    </DropdownMenu.Item>
  )
}

interface CheckProps {
  readonly icon?: ReactNode
  readonly on: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}

/** Something to choose, among others that may be chosen as well: the menu stays open. */
export function MenuCheck({ icon, on, onToggle, children }: CheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      className={styles.item}
      checked={on}
      onSelect={(event) => {
        event.preventDefault()
        onToggle()
      }}
    >
      {icon}
      {children}
      {on && <Check className={styles.check} size={13} aria-hidden="true" />}
    </DropdownMenu.CheckboxItem>
  )
}

interface ChoicesProps {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly onChange: (value: string) => void
}

/** One of several to choose: the one that is chosen bears a check. */
export function MenuChoices({ value, options, onChange }: ChoicesProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} className={styles.item} value={option.value}>
          {option.label}
          {option.value === value && <Check className={styles.check} size={13} aria-hidden="true" />}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

interface LinkProps {
  readonly icon?: ReactNode
  readonly href: string
  /** Opens in the user's browser instead of this window. */
  readonly outside?: boolean
  readonly children: ReactNode
}

/** Somewhere to go. */
export function MenuLink({ icon, href, outside = false, children }: LinkProps) {
  return (
    <DropdownMenu.Item asChild>
      <a className={styles.item} href={href} {...(outside ? { target: '_blank', rel: 'noreferrer' } : {})}>
        {icon}
        {children}
      </a>
    </DropdownMenu.Item>
  )
}

export function MenuLine() {
  return <DropdownMenu.Separator className={styles.line} />
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={styles.label}>{children}</DropdownMenu.Label>
}
