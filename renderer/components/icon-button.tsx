import { type ButtonProps, buttonClass, buttonStyles } from './button.tsx'
import { Tip } from './tip.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'busy'> {
  /** Its accessible name, shown when the pointer rests on it. */
  readonly label: string
  /** Its keyboard shortcut, shown beside the label. */
  readonly keys?: string
  readonly children: React.ReactNode
}

/** A button that shows only an icon. */
export function IconButton({
  label,
  keys,
  look = 'ghost',
  size,
  className = '',
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={buttonClass({ look, size }, `${buttonStyles.square} ${className}`)}
      >
        {children}
      </button>
    </Tip>
  )
}
