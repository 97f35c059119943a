import { app, nativeTheme } from 'electron'
import type { AppSettings } from '../../../contract/app.ts'
import { startAtLogin } from './autostart.ts'

/** The argument of a start at login: the tray is enough then. */
export const HIDDEN = '--hidden'

/** Puts those settings into effect that the system has a say in. An app in a checkout does not start at login. */
export function applySettings({ theme, openAtLogin }: Pick<AppSettings, 'theme' | 'openAtLogin'>): void {
  nativeTheme.themeSource = theme
  if (!app.isPackaged) return
  if (process.platform === 'linux') {
    const program = process.env.APPIMAGE ?? app.getPath('exe')
    void startAtLogin(app.getPath('appData'), openAtLogin ? [program, HIDDEN] : undefined)
  } else {
    app.setLoginItemSettings({ openAtLogin, args: [HIDDEN] })
  }
}
