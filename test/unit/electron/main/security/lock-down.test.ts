import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { expect, test } from 'vitest'
import { denyPermissions, stayOnPage } from '../../../../../electron/main/security/lock-down.ts'
import { FakeContents } from '../../../../support/electron/fake-window.ts'

test('Every permission is denied', () => {
  const answers: unknown[] = []
  const refuse = (handler: unknown) => {
    const answer = (granted: boolean) => answers.push(granted)
    answers.push((handler as (...args: unknown[]) => unknown)({}, 'media', answer))
  }
  denyPermissions({
    setPermissionRequestHandler: refuse,
    setPermissionCheckHandler: refuse,
    setDevicePermissionHandler: refuse,
  } as unknown as Session)
  expect(answers.filter((answer) => typeof answer === 'boolean')).toEqual([false, false, false])
})

function start() {
  const app = new EventEmitter()
  const opened: string[] = []
  stayOnPage(app as unknown as App, { openExternal: async (url) => void opened.push(url) }, 'app://shoal/')
  const contents = new FakeContents()
  app.emit('web-contents-created', {}, contents)
  return { contents, opened }
}

test('The page is reloaded, and nothing else is navigated to', () => {
  const { contents } = start()
  expect({
    reload: contents.allows('will-navigate', { url: 'app://shoal/#/logs' }),
    web: contents.allows('will-navigate', { url: 'https://evil.example/' }),
    file: contents.allows('will-navigate', { url: 'file:///etc/passwd' }),
    redirect: contents.allows('will-redirect', { url: 'app://shoal/' }),
    frame: contents.allows('will-frame-navigate', { url: 'app://shoal/', isMainFrame: false }),
    webview: contents.allows('will-attach-webview', {}),
  }).toEqual({ reload: true, web: false, file: false, redirect: false, frame: false, webview: false })
})

test('No window is opened; a web link opens in the user’s browser', () => {
  const { contents, opened } = start()
  const links = ['https://caddyserver.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'app://shoal/']
  expect(links.map((url) => contents.openWindow(url))).toEqual(['deny', 'deny', 'deny', 'deny'])
  expect(opened).toEqual(['https://caddyserver.com/'])
})
