import { expect, test } from 'vitest'
import { isTrusted } from '../../../../../electron/main/security/trusted-sender.ts'

const event = { sender: { id: 7 }, senderFrame: { url: 'app://shoal/', parent: null } }

test('The page in the top frame of the window is trusted', () => {
  expect(isTrusted(event, 7, 'app://shoal/')).toBe(true)
})

test.each([
  ['comes from other contents', { ...event, sender: { id: 8 } }],
  ['comes from a frame in the page', { ...event, senderFrame: { url: 'app://shoal/', parent: {} } }],
  ['comes from a frame that is gone', { ...event, senderFrame: null }],
  ['comes from another address', { ...event, senderFrame: { url: 'https://evil.example/', parent: null } }],
  ['comes from no address', { ...event, senderFrame: { url: '', parent: null } }],
])('A message is not trusted when it %s', (_, sent) => {
  expect(isTrusted(sent, 7, 'app://shoal/')).toBe(false)
})

test('Nobody is trusted while there is no window', () => {
  expect(isTrusted(event, undefined, 'app://shoal/')).toBe(false)
})
