import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import type { Command } from '../commands.ts'
import { realize } from '../menu/entry.ts'
import type { ShellStore } from '../state.ts'
import { whenChanged } from '../when-changed.ts'
import { type TrayIcon, type TrayModel, trayModel } from './tray-model.ts'

/**
 * Puts Shoal into the tray and keeps it up to date.
 * @param icons the folder of the tray's icons; those whose name ends in Template are coloured by macOS.
 */
export function showTray(icons: string, store: ShellStore, run: (command: Command) => void): void {
  const suffix = process.platform === 'darwin' ? 'Template' : ''
  const image = (icon: TrayIcon) => nativeImage.createFromPath(join(icons, `${icon}${suffix}.png`))
  const tray = new Tray(image('idle'))
  const show = whenChanged((model: TrayModel) => {
    tray.setImage(image(model.icon))
    tray.setToolTip(model.tooltip)
    tray.setContextMenu(Menu.buildFromTemplate(realize(model.entries, run)))
  })
  show(trayModel(store.state))
  store.onChange((state) => show(trayModel(state)))
  // On macOS a click opens the menu; elsewhere that is the other button's.
  if (process.platform !== 'darwin') tray.on('click', () => run({ kind: 'show' }))
}
