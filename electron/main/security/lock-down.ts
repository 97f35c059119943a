import type { App, Session, Shell, WebContents } from 'electron'
import { isPage, webLink } from './page-address.ts'

/** Denies every permission that a page can ask for. */
export function denyPermissions(session: Pick<Session, PermissionHandlers>): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

type PermissionHandlers =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'

/** Keeps all web contents on our page: links open in the user's browser, everything else that leads away does nothing. */
export function stayOnPage(app: Pick<App, 'on'>, shell: Pick<Shell, 'openExternal'>, page: string): void {
  app.on('web-contents-created', (_event, contents) => keep(contents, shell, page))
}

function keep(contents: WebContents, shell: Pick<Shell, 'openExternal'>, page: string): void {
  contents.on('will-navigate', (event) => {
    if (!isPage(event.url, page)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(event.url, page)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const link = webLink(url)
    if (link) void shell.openExternal(link)
    return { action: 'deny' }
  })
}
