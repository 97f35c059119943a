import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../commands.ts'

/** One line of a menu, as data: what it does is a command instead of a function. */
export interface Entry
  extends Pick<MenuItemConstructorOptions, 'label' | 'role' | 'type' | 'accelerator' | 'enabled'> {
  readonly command?: Command
  readonly submenu?: readonly Entry[]
}

export const SEPARATOR: Entry = { type: 'separator' }

/** Turns entries into what Electron builds a menu from. */
export function realize(
  entries: readonly Entry[],
  run: (command: Command) => void,
): MenuItemConstructorOptions[] {
  return entries.map(({ command, submenu, ...options }) => ({
    ...options,
    ...(command && { click: () => run(command) }),
    ...(submenu && { submenu: realize(submenu, run) }),
  }))
}
