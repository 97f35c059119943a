import type { AppSettings } from '../../contract/app.ts'

/** What holds where the user chose nothing. */
export const DEFAULT_SETTINGS: AppSettings = {
  theme: 'system',
  openAtLogin: false,
  askOnQuit: true,
  notify: true,
  engine: null,
}
