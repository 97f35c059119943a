import { Menu } from 'electron'
import type { Command } from '../commands.ts'
import type { ShellStore } from '../state.ts'
import { whenChanged } from '../when-changed.ts'
import { type Entry, realize } from './entry.ts'
import { type MenuHost, menuBar } from './menu-bar.ts'

/** Puts up the menu bar and keeps it up to date. */
export function showMenuBar(host: MenuHost, store: ShellStore, run: (command: Command) => void): void {
  const show = whenChanged((entries: readonly Entry[]) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(realize(entries, run))),
  )
  show(menuBar(store.state, host))
  store.onChange((state) => show(menuBar(state, host)))
}
