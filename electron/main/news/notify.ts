import { BrowserWindow, Notification } from 'electron'
import type { AppSettings } from '../../../contract/app.ts'
import type { Command } from '../commands.ts'
import type { News } from './news.ts'

/** Shown notifications are held here: one that is garbage collected no longer hears its click. */
const shown = new Set<Notification>()

/** Shows news as a notification, unless the user looks at Shoal or wants none. */
export function notify(news: News, settings: AppSettings | undefined, run: (command: Command) => void): void {
  if (!settings?.notify || BrowserWindow.getFocusedWindow() || !Notification.isSupported()) return
  const notification = new Notification({ title: news.title, body: news.body })
  shown.add(notification)
  notification.once('click', () => run(news.command))
  notification.once('close', () => shown.delete(notification))
  notification.show()
}
